package loligo.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import loligo.quantity.Dimension;
import loligo.quantity.Quantity;
import loligo.quantity.Unit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ProtocolTest {
    private static final Unit MS = new Unit("ms", Dimension.TIME, 1, 0);
    private static final Unit S = new Unit("s", Dimension.TIME, 1000, 0);
    private static final Unit DENSITY = new Unit("uA/cm^2", Dimension.CURRENT.over(Dimension.AREA), 1, 0);
    private static final Unit MV = new Unit("mV", Dimension.POTENTIAL, 1, 0);

    private static Setting one(String name, double value, Unit unit) {
        return Setting.of(name, value, unit, 0);
    }

    private static Setting family(String name, Unit unit, int order, Double... values) {
        return new Setting(name, unit, List.of(values), true, order);
    }

    private static Phase.Step step(String name, double at, double duration, double level) {
        Setting begin = Double.isNaN(at) ? null : one(name + ".at", at, MS);
        return new Phase.Step(name, begin, one(name + ".for", duration, MS), one(name + ".level", level, DENSITY));
    }

    private static Protocol current(Phase... phases) {
        return Protocol.current("p", phases);
    }

    private static Waveform only(Phase... phases) {
        return current(phases).members().getFirst().waveform();
    }

    @Test
    void aStepHasCornersWithTwoSides() {
        Waveform kick = only(step("kick", 5, 0.5, 40));
        assertArrayEquals(new double[] {5, 5.5}, kick.corners());
        assertEquals(0, kick.value(0));
        assertEquals(0, kick.valueBefore(5));
        assertEquals(40, kick.value(5));
        assertEquals(40, kick.valueBefore(5.5));
        assertEquals(0, kick.value(5.5));
        assertEquals(40, kick.after(5).value(5.5), "who steps keeps the piece to its end");
    }

    @Test
    void phasesFollowEachOther() {
        Member member = current(step("a", Double.NaN, 0.1, 1), step("b", Double.NaN, 0.2, 2), step("c", 0.3, 1, 3)).members().getFirst();
        Waveform waveform = member.waveform();
        assertEquals(4, waveform.corners().length, "0.1 + 0.2 is meant to be 0.3: no sliver");
        assertEquals(2, waveform.value(0.15));
        assertEquals(3, waveform.value(0.5));
        Member.Window window = member.window("b");
        assertNotNull(window);
        assertEquals(0.1, window.start());
        assertNull(member.window("d"));
    }

    @Test
    void aRampIsAStraightLine() {
        Phase ramp = new Phase.Ramp("up", null, one("up.for", 2, S), one("up.from", -950, DENSITY), one("up.to", 30, DENSITY));
        Waveform slow = only(ramp);
        assertEquals(-950, slow.value(0));
        assertEquals(-460, slow.value(1000), 1e-12);
        assertEquals(30, slow.valueBefore(2000));
        assertEquals(0, slow.value(2000));
        assertEquals(0.49, slow.slope(1), 1e-15);
        assertEquals(0, slow.slope(2000));
        assertEquals(0.49, slow.slopeBefore(2000), 1e-15);
    }

    @Test
    void pulsesRepeat() {
        Phase pulses = new Phase.Pulses("p", one("at", 10, MS), one("every", 20, MS), one("count", 50, Unit.ONE), one("for", 1, MS), one("level", 30, DENSITY));
        Member train = current(pulses).members().getFirst();
        assertEquals(100, train.waveform().corners().length);
        assertEquals(30, train.waveform().value(990.5));
        assertEquals(0, train.waveform().value(989));
        assertEquals(new Member.Window("p", 10, 991), train.windows().getFirst());
    }

    @Test
    void pulsesThatTouchMakeNoSlivers() {
        Phase pulses = new Phase.Pulses("p", null, one("every", 0.1, MS), one("count", 1000, Unit.ONE), one("for", 0.1, MS), one("level", 1, DENSITY));
        double[] corners = only(pulses).corners();
        assertEquals(1001, corners.length);
        for (int i = 1; i < corners.length; i++) assertTrue(corners[i] - corners[i - 1] > 0.09);
    }

    @Test
    void familiesMultiplyInTheOrderOfTheText() {
        Setting level = family("p.a.level", MV, 1, -120.0, -60.0);
        Setting pause = family("p.b.at", MS, 2, 20.0, 30.0, 40.0);
        Phase a = new Phase.Step("a", null, one("p.a.for", 5, MS), level);
        Phase b = new Phase.Step("b", pause, one("p.b.for", 5, MS), one("p.b.level", 0, MV));
        Protocol protocol = new Protocol("p", Kind.SET, "x", one("p.rest", -80, MV), null, null, List.of(a, b));
        assertEquals(6, protocol.count());
        List<Member> members = protocol.members();
        assertEquals(List.of(new Member.Chosen("p.a.level", new Quantity(-120, MV)), new Member.Chosen("p.b.at", new Quantity(30, MS))), members.get(1).settings());
        assertEquals(-60, members.get(3).waveform().value(1));
        assertEquals(-80, members.get(3).waveform().value(10));
        assertArrayEquals(new double[] {0, 5, 40, 45}, members.get(5).waveform().corners());
    }

    @Test
    void tooManyMembersAreRefusedWithoutBeingMade() {
        Double[] thousand = new Double[1001];
        Arrays.setAll(thousand, i -> i + 1.0);
        Phase phase = new Phase.Step("a", null, family("p.for", MS, 0, thousand), family("p.level", MV, 1, thousand));
        assertTrue(objection(phase).contains("1002001 members"));
    }

    @Test
    void anOverlapNamesThePhase() {
        assertTrue(objection(step("a", 0, 5, 1), step("b", 4, 5, 1)).contains("b begins before a has ended"));
        Phase late = new Phase.Step("late", family("p.late.at", MS, 0, 1.0, 9.0), one("p.late.for", 1, MS), one("p.late.level", 1, DENSITY));
        assertTrue(objection(late, step("b", 9.5, 5, 1)).contains("b begins before late has ended"), "in one member of the family only");
    }

    @Test
    void impossibleTimesNameThePhase() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) assertTrue(objection(step("a", 0, bad, 1)).contains("a"));
        assertTrue(objection(step("a", -1, 1, 1)).contains("a begins before the protocol"));
        Phase potential = new Phase.Step("a", null, one("p.for", 1, MV), one("p.level", 1, MV));
        assertTrue(objection(potential).contains("not a time"));
        Phase tight = new Phase.Pulses("p", null, one("every", 1, MS), one("count", 2, Unit.ONE), one("for", 2, MS), one("level", 1, DENSITY));
        assertTrue(objection(tight).contains("the pulses of p overlap"));
        Phase half = new Phase.Pulses("p", null, one("every", 1, MS), one("count", 2.5, Unit.ONE), one("for", 1, MS), one("level", 1, DENSITY));
        assertTrue(objection(half).contains("2.5 pulses"));
    }

    @Test
    void levelsOfDifferentKindsAndNegativeLightAreRefused() {
        Phase a = new Phase.Step("a", null, one("a.for", 1, MS), one("a.level", 1, MV));
        assertTrue(objection(a, step("b", 2, 1, 1)).contains("differ in kind"));
        assertThrows(IllegalArgumentException.class, () -> new Protocol("p", Kind.LIGHT, null, null, null, null, List.of(step("a", 0, 1, -1))));
        assertThrows(IllegalArgumentException.class, () -> new Protocol("p", Kind.SET, null, null, null, null, List.of(step("a", 0, 1, 1))));
    }

    private static String objection(Phase... phases) {
        String message = assertThrows(IllegalArgumentException.class, () -> current(phases)).getMessage();
        assertNotNull(message);
        return message;
    }

    @Test
    void aProgramBuildsItsOwn() {
        Setting pause = new Setting("recovery.pause.for", MS, List.of(1.0, 10.0), true, 0);
        Setting high = Setting.of("recovery.level", new Quantity(0, MV));
        Setting low = Setting.of("recovery.low", new Quantity(-100, MV));
        Setting length = Setting.of("recovery.for", new Quantity(5, MS));
        Protocol recovery = Protocol.voltage("recovery", low, new Phase.Step("first", null, length, high), new Phase.Step("pause", null, pause, low), new Phase.Step("second", null, length, high));
        assertEquals(2, recovery.count());
        assertEquals(new Member.Window("second", 15, 20), recovery.members().getLast().window("second"));
        assertEquals(-100, recovery.members().getLast().waveform().value(-1));
        assertEquals("K.outside", Protocol.set("wash", "K.outside", step("a", 0, 1, 1)).of());
        assertEquals(low, Protocol.dynamic("syn", low, step("a", 0, 1, 1)).reversal());
    }

    @Property(tries = 200)
    void leftAndRightLimitsDifferAtCornersOnly(
            @ForAll @DoubleRange(min = 0, max = 20) double t, @ForAll @DoubleRange(min = 0.01, max = 5) double first, @ForAll @DoubleRange(min = 0.01, max = 5) double second) {
        Waveform waveform = only(step("a", 1, first, 3), step("b", Double.NaN, second, 3), step("c", 12, 1, -2));
        if (Arrays.stream(waveform.corners()).noneMatch(c -> c == t)) assertEquals(waveform.valueBefore(t), waveform.value(t));
        for (double c : waveform.corners()) assertEquals(waveform.valueBefore(c), waveform.value(Math.nextDown(c)));
    }
}
