package loligo.recording;

/// Which way a trace passes a level.
public enum Direction { UP, DOWN }
