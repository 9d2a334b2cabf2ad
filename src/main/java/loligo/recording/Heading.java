package loligo.recording;

import loligo.quantity.Unit;

/// What stands above a column: its name as the text writes it, without spaces, and the unit in which it is shown.
public record Heading(String name, Unit unit) {}
