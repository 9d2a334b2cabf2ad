/// Dimensions, units, quantities, physical constants. Units exist only at the door; inside, bare doubles in one
/// coherent system: ms, mV, cm, uA (so mS, uF, kOhm, nC), kelvin, umol (so mM).
@org.jspecify.annotations.NullMarked
package loligo.quantity;
