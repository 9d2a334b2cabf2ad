package loligo.model;

import org.jspecify.annotations.Nullable;

/// What carries the channels: its capacitance (none where conductances are per capacitance), where its potential begins, and its area if it has one.
public record Membrane(@Nullable Named capacitance, Named potential, @Nullable Named area) {}
