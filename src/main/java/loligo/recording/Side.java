package loligo.recording;

/// From which side a limit is taken where a column jumps.
public enum Side { LEFT, RIGHT }
