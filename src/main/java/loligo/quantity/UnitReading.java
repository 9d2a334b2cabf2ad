package loligo.quantity;

/// What became of reading a unit.
public sealed interface UnitReading {
    /// The text means this unit.
    record Known(Unit unit) implements UnitReading {}

    /// The text means no unit.
    ///
    /// @param start first character of the part that is wrong
    /// @param end the character after it; never before `start`
    /// @param reason what is wrong, in a few words
    /// @param remedy what to write instead, in whole sentences
    record Unknown(int start, int end, String reason, String remedy) implements UnitReading {}
}
