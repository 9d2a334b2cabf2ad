"""The squid axon on Brian2: C++ standalone with g++ -O3 -march=native -ffast-math, in one thread. Builds below the working directory."""
import os
import shutil
import subprocess
import sys

import squid

EQUATIONS = """
dv/dt = (-120 * m**3 * h * (v - 50) - 36 * n**4 * (v + 77) - 0.3 * (v - leak)) / ms : 1
dm/dt = (am * (1 - m) - bm * m) / ms : 1
dh/dt = (ah * (1 - h) - bh * h) / ms : 1
dn/dt = (an * (1 - n) - bn * n) / ms : 1
am = 0.1 * (v + 40) / (1 - exp(-(v + 40) / 10)) : 1
bm = 4 * exp(-(v + 65) / 18) : 1
ah = 0.07 * exp(-(v + 65) / 20) : 1
bh = 1 / (1 + exp(-(v + 35) / 10)) : 1
an = 0.01 * (v + 55) / (1 - exp(-(v + 55) / 10)) : 1
bn = 0.125 * exp(-(v + 65) / 80) : 1
leak : 1 (constant)
"""
STEP_GIVEN = 'if (getenv("STEP_MS")) brian::_array_defaultclock_dt[0] = atof(getenv("STEP_MS")) * 1e-3;'
CLOCK_STARTS = "const std::clock_t begin = std::clock();"
CLOCK_ENDS = 'std::cout << "seconds " << (std::clock() - begin) / (double) CLOCKS_PER_SEC << std::endl;'


def build(method, cells, folder):
    """In a process of its own, since Brian2 has one device in a process."""
    import brian2
    from brian2 import ms
    brian2.prefs.codegen.cpp.extra_compile_args_gcc = ["-O3", "-march=native", "-ffast-math"]
    brian2.set_device("cpp_standalone", build_on_run=False)
    brian2.defaultclock.dt = squid.STEP * ms
    group = brian2.NeuronGroup(cells, EQUATIONS, method=method)
    group.v = squid.START
    group.leak = [squid.leak(current) for current in (squid.currents() if cells > 1 else [squid.FIRING])]
    group.m, group.h, group.n = "am / (am + bm)", "ah / (ah + bh)", "an / (an + bn)"
    network = brian2.Network(group)
    if cells == 1:
        network.add(brian2.StateMonitor(group, "v", record=True))
    brian2.device.insert_code("before_network_run", STEP_GIVEN + CLOCK_STARTS)
    brian2.device.insert_code("after_network_run", CLOCK_ENDS)
    network.run(squid.STEPS * squid.STEP * ms if cells > 1 else squid.END * ms)
    brian2.device.build(directory=folder, compile=True, run=False)


def binary(method, cells):
    folder = os.path.abspath("%s-%d" % (method, cells))
    if folder not in built:
        subprocess.run([sys.executable, __file__, "build", method, str(cells), folder], check=True, stdout=sys.stderr)
        built.add(folder)
    return folder


def seconds(folder, step):
    printed = subprocess.run(["./main"], cwd=folder, check=True, capture_output=True, text=True, env={**os.environ, "STEP_MS": repr(step)}).stdout
    return float(printed.split("seconds ")[1].split()[0])


def many(method):
    return seconds(binary(method, squid.CELLS), squid.STEP) / squid.STEPS / squid.CELLS * 1e9


def recorded(folder, name):
    import glob
    import numpy as np
    return np.fromfile(glob.glob(folder + "/results/_dynamic_array_statemonitor_%s_*" % name)[0])


def one(method, step):
    folder = binary(method, 1)
    elapsed = seconds(folder, step)
    return elapsed * 1e3, squid.upstrokes(recorded(folder, "t") * 1e3, recorded(folder, "v"))


built = set()
if sys.argv[1:2] == ["build"]:
    build(sys.argv[2], int(sys.argv[3]), sys.argv[4])
else:
    if sys.argv[1:2] == ["once"]:
        shutil.rmtree("%s-1" % sys.argv[2], ignore_errors=True)
    import importlib.metadata
    squid.converse("Brian2 " + importlib.metadata.version("brian2"), many, one)
