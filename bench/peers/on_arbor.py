"""The squid axon on Arbor: its own hh, in one thread, all cells in one group so that they fill the vectors."""
import time

import arbor
from arbor import units as U

import squid

built = {}


class Squids(arbor.recipe):
    def __init__(self, currents):
        arbor.recipe.__init__(self)
        self.currents = currents
        self.properties = arbor.neuron_cable_properties()
        self.properties.set_property(tempK=(273.15 + 6.3) * U.Kelvin)

    def num_cells(self):
        return len(self.currents)

    def cell_kind(self, _):
        return arbor.cell_kind.cable

    def global_properties(self, _):
        return self.properties

    def cell_description(self, number):
        tree = arbor.segment_tree()
        tree.append(arbor.mnpos, arbor.mpoint(-5, 0, 0, 5), arbor.mpoint(5, 0, 0, 5), tag=1)  # um
        decor = arbor.decor().set_property(Vm=squid.START * U.mV)
        decor.paint("(all)", arbor.density("hh", {"el": squid.leak(self.currents[number])}))
        decor.place("(location 0 0.5)", arbor.threshold_detector(0 * U.mV), "upstroke")  # Arbor finds it between steps
        return arbor.cable_cell(tree, decor, arbor.label_dict({}), arbor.cv_policy_single())


def simulation(currents):
    recipe = Squids(currents)
    context = arbor.context(threads=1)
    groups = {arbor.cell_kind.cable: arbor.partition_hint(cpu_group_size=len(currents))}
    return arbor.simulation(recipe, context, arbor.partition_load_balance(recipe, context, groups))


def timed(simulation, end, step):
    begin = time.process_time()
    simulation.run(end * U.ms, dt=step * U.ms)
    return time.process_time() - begin


def many(_):
    if "many" not in built:
        built["many"] = simulation(squid.currents())
        built["end"] = squid.WARM * squid.STEP
        built["many"].run(built["end"] * U.ms, dt=squid.STEP * U.ms)
    built["end"] += squid.STEPS * squid.STEP
    return timed(built["many"], built["end"], squid.STEP) / squid.STEPS / squid.CELLS * 1e9


def one(_, step):
    single = simulation([squid.FIRING])
    single.record(arbor.spike_recording.local)
    elapsed = timed(single, squid.END, step)
    return elapsed * 1e3, [moment for _, moment in single.spikes()]


squid.converse("Arbor %s (%s)" % (arbor.config()["version"], arbor.config()["arch"]), many, one)
