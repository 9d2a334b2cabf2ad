"""What the peers of the bench share: the squid axon's numbers, the search for spikes, and the conversation with PeersBench.

A constant current I into a membrane with a leak is the leak with E_L + I / g_L: the same equation. All peers get their currents so, because a
stimulus object costs each of them more.
"""
import os
import sys

CELLS = 1024
STEP = 0.01  # ms, of many cells
STEPS = 5000  # of a sample of many cells
END = 1000.0  # ms, of one cell
FIRING = 10.0  # uA/cm^2, into one cell
START = -65.0  # mV; gates begin where they settle at it
WARM = 500  # steps of many cells before the clock runs


def currents():
    """uA/cm^2, one for each cell; all fire"""
    return [8 + 4 * i / (CELLS - 1) for i in range(CELLS)]


def leak(current):
    """mV: the reversal of the leak that brings a current of uA/cm^2 with it"""
    return -54.3 + current / 0.3


def upstrokes(t, v):
    """ms: where a recorded potential rises through 0 mV, on the cubic through the four points around"""
    import numpy as np
    t, v = np.asarray(t), np.asarray(v)
    times = []
    for k in np.nonzero((v[:-1] < 0) & (v[1:] >= 0))[0]:
        first = min(max(0, k - 1), len(t) - 4)
        cubic = np.polynomial.Polynomial(np.polynomial.polynomial.polyfit(t[first:first + 4] - t[k], v[first:first + 4], 3))
        low, high = 0.0, t[k + 1] - t[k]
        for _ in range(50):
            middle = (low + high) / 2
            low, high = (middle, high) if cubic(middle) < 0 else (low, middle)
        times.append(t[k] + low)
    return times


def converse(version, many, one):
    """Answers PeersBench line by line, or runs one cell once and ends.

    many(method) gives ns of processor time per cell and step; one(method, setting) gives ms of processor time and the times of the spikes
    """
    if sys.argv[1:2] == ["once"]:
        _, spikes = one(sys.argv[2], float(sys.argv[3]))
        print(len(spikes), "spikes, the last at", spikes[-1], "ms")
        return
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a simulator prints is no answer
    print(version, file=answers, flush=True)
    for line in sys.stdin:
        command, *words = line.split()
        if command == "many":
            print(many(words[0]), file=answers, flush=True)
        else:
            time, spikes = one(words[0], float(words[1]))
            print(time, *spikes, file=answers, flush=True)
