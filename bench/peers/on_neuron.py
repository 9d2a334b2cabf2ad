"""The squid axon on NEURON: its own hh, in one thread."""
import time

import neuron
from neuron import h

import squid

h.load_file("stdrun.hoc")
h.celsius = 6.3
parallel = h.ParallelContext()
built = {}


def cell(current, clamp=False):
    section = h.Section()
    section.L = section.diam = 10  # um
    section.nseg = 1
    section.insert("hh")
    if not clamp:
        section(0.5).hh.el = squid.leak(current)
        return section, None
    stimulus = h.IClamp(section(0.5))
    stimulus.delay, stimulus.dur = 0, 1e9
    stimulus.amp = current * section(0.5).area() * 1e-5  # nA
    return section, stimulus


def build(what, maker):
    """All sections of a process step together, so there is one preparation at a time."""
    if what not in built:
        built.clear()
        h.cvode.active(0)
        built[what] = maker()
        parallel.set_maxstep(10)
        h.secondorder = 0
        return built[what], True
    return built[what], False


def timed(end):
    begin = time.process_time()
    parallel.psolve(end)
    return time.process_time() - begin


def many(method):
    """tables: as hh comes; clamps: an IClamp for each cell; exact: usetable_hh = 0; second_order: that and secondorder = 2"""
    _, fresh = build(method, lambda: [cell(current, clamp=method == "clamps") for current in squid.currents()])
    h.usetable_hh = method in ("tables", "clamps")
    h.secondorder = 2 if method == "second_order" else 0
    if fresh:
        h.dt = squid.STEP
        h.finitialize(squid.START)
        parallel.psolve(squid.WARM * squid.STEP)
    return timed(h.t + squid.STEPS * squid.STEP) / squid.STEPS / squid.CELLS * 1e9


def single(adaptive):
    section, _ = cell(squid.FIRING)
    counter = h.NetCon(section(0.5)._ref_v, None, sec=section)
    counter.threshold = 0
    spikes = h.Vector()
    counter.record(spikes)
    if adaptive:
        return section, counter, spikes, None, None
    return section, counter, spikes, h.Vector().record(h._ref_t), h.Vector().record(section(0.5)._ref_v)


def one(method, setting):
    """cvode: setting is its absolute tolerance, usetable_hh = 0; else fixed steps as in many"""
    adaptive = method == "cvode"
    (_, _, spikes, t, v), _ = build("adaptive" if adaptive else "fixed", lambda: single(adaptive))
    h.usetable_hh = method in ("tables", "clamps")
    h.secondorder = 2 if method == "second_order" else 0
    if adaptive:
        h.cvode.active(1)
        h.cvode.condition_order(2)  # thresholds between steps
        h.cvode.atol(setting)
    else:
        h.dt = setting
    h.finitialize(squid.START)
    elapsed = timed(squid.END)
    return elapsed * 1e3, list(spikes) if adaptive else squid.upstrokes(t, v)


squid.converse("NEURON " + neuron.__version__, many, one)
