package loligo.protocol;

/// Why a protocol can not be performed.
///
/// @param setting full name of the number that is to blame, or of the phase
/// @param problem in a few words
/// @param remedy in whole sentences
public record Objection(String setting, String problem, String remedy) {}
