package loligo.kernel;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.Map;

/// The simple operations of a pass in lanes, as calls of the Vector API: numbers are vectors, truth is a mask, and each operation puts its result into a variable.
abstract class LaneOperations extends PassEmitter {
    private static final String ROOM = "jdk.incubator.vector";
    private static final ClassDesc VECTOR = ClassDesc.of(ROOM, "Vector");
    private static final ClassDesc DOUBLES = ClassDesc.of(ROOM, "DoubleVector");
    private static final ClassDesc LONGS = ClassDesc.of(ROOM, "LongVector");
    private static final ClassDesc MASK = ClassDesc.of(ROOM, "VectorMask");
    private static final ClassDesc SPECIES = ClassDesc.of(ROOM, "VectorSpecies");
    private static final ClassDesc OPERATORS = ClassDesc.of(ROOM, "VectorOperators");
    private static final ClassDesc COMPARISON = ClassDesc.of(ROOM, "VectorOperators$Comparison");
    private static final ClassDesc BINARY = ClassDesc.of(ROOM, "VectorOperators$Binary");
    private static final ClassDesc ARRAY = CD_double.arrayType();
    private static final MethodTypeDesc ONE = MethodTypeDesc.of(DOUBLES);
    private static final MethodTypeDesc TWO = MethodTypeDesc.of(DOUBLES, VECTOR);
    private static final MethodTypeDesc THREE = MethodTypeDesc.of(DOUBLES, VECTOR, VECTOR);
    private static final MethodTypeDesc BLEND = MethodTypeDesc.of(DOUBLES, VECTOR, MASK);
    private static final MethodTypeDesc COMPARE = MethodTypeDesc.of(MASK, COMPARISON, VECTOR);
    private static final MethodTypeDesc BOTH = MethodTypeDesc.of(MASK, MASK);
    private static final MethodTypeDesc FROM_ARRAY = MethodTypeDesc.of(DOUBLES, SPECIES, ARRAY, CD_int);
    private static final MethodTypeDesc INTO_ARRAY = MethodTypeDesc.of(CD_void, ARRAY, CD_int);
    private static final MethodTypeDesc BROADCAST = MethodTypeDesc.of(DOUBLES, SPECIES, CD_double);

    private final String species;
    private final int lanes;
    private final Map<Double, Integer> numbers = new HashMap<>(); // variable of each number that stands in the code

    /// @param lanes 2, 4 or 8
    LaneOperations(Graph graph, Passes passes, Passes.Pass pass, int width, int lanes, CodeBuilder code) {
        super(graph, passes, pass, width, code);
        this.lanes = lanes;
        this.species = "SPECIES_" + 64 * lanes;
    }

    @Override
    final int stride() {
        return lanes;
    }

    /// A number that stands in the code, made a vector when first asked for: before the loop.
    final int number(double x) {
        Integer known = numbers.get(x);
        if (known != null) return known;
        code.loadConstant(x);
        spread(false);
        int variable = keep(false);
        numbers.put(x, variable);
        return variable;
    }

    private void species() {
        code.getstatic(DOUBLES, species, SPECIES);
    }

    @Override
    void fetch(boolean logical) {
        int index = variable(1);
        int array = variable(1);
        code.istore(index).astore(array);
        species();
        code.aload(array).iload(index).invokestatic(DOUBLES, "fromArray", FROM_ARRAY);
        if (logical) truth();
    }

    @Override
    void spread(boolean logical) {
        int number = variable(2);
        code.dstore(number);
        species();
        code.dload(number).invokestatic(DOUBLES, "broadcast", BROADCAST);
        if (logical) truth();
    }

    @Override
    void put(int variable, boolean logical) {
        int index = variable(1);
        int array = variable(1);
        code.istore(index).astore(array);
        code.aload(logical ? blend(number(0), number(1), variable) : variable);
        code.aload(array).iload(index).invokevirtual(DOUBLES, "intoArray", INTO_ARRAY);
    }

    @Override
    int keep(boolean logical) {
        int variable = variable(1);
        code.astore(variable);
        return variable;
    }

    @Override
    int truthOf(int variable) {
        code.aload(variable);
        truth();
        return keep(true);
    }

    private void truth() {
        int variable = keep(false);
        code.aload(compare("NE", variable, number(0)));
    }

    final int one(String name, int a) {
        code.aload(a).invokevirtual(DOUBLES, name, ONE);
        return keep(false);
    }

    final int two(String name, int a, int b) {
        code.aload(a).aload(b).invokevirtual(DOUBLES, name, TWO);
        return keep(false);
    }

    final int fma(int a, int b, int c) {
        code.aload(a).aload(b).aload(c).invokevirtual(DOUBLES, "fma", THREE);
        return keep(false);
    }

    /// `a`, and `b` where the mask is true.
    final int blend(int a, int b, int mask) {
        code.aload(a).aload(b).aload(mask).invokevirtual(DOUBLES, "blend", BLEND);
        return keep(false);
    }

    final int compare(String relation, int a, int b) {
        code.aload(a).getstatic(OPERATORS, relation, COMPARISON).aload(b).invokevirtual(DOUBLES, "compare", COMPARE);
        return keep(true);
    }

    final int both(String name, int a, int b) {
        code.aload(a).aload(b).invokevirtual(MASK, name, BOTH);
        return keep(true);
    }

    final int not(int a) {
        code.aload(a).invokevirtual(MASK, "not", MethodTypeDesc.of(MASK));
        return keep(true);
    }

    /// Raises the flag unless the mask is true everywhere.
    final void told(int kept) {
        Label all = code.newLabel();
        code.aload(kept).invokevirtual(MASK, "allTrue", MethodTypeDesc.of(CD_boolean)).ifne(all);
        code.iconst_1().istore(FLAG);
        code.labelBinding(all);
    }

    /// 2^k, where k stands in the low bits of a number: see [loligo.solver.Exponential#MAGIC].
    final int power2(int shifted) {
        longs(shifted);
        code.getstatic(OPERATORS, "LSHL", BINARY).loadConstant(52L).invokevirtual(LONGS, "lanewise", MethodTypeDesc.of(LONGS, BINARY, CD_long));
        code.invokevirtual(LONGS, "reinterpretAsDoubles", ONE);
        return keep(false);
    }

    /// A number that is not negative, with the sign of `x`.
    final int signed(int size, int x) {
        longs(size);
        longs(x);
        code.loadConstant(Long.MIN_VALUE).invokevirtual(LONGS, "and", MethodTypeDesc.of(LONGS, CD_long));
        code.invokevirtual(LONGS, "or", MethodTypeDesc.of(LONGS, VECTOR)).invokevirtual(LONGS, "reinterpretAsDoubles", ONE);
        return keep(false);
    }

    private void longs(int variable) {
        code.aload(variable).invokevirtual(DOUBLES, "reinterpretAsLongs", MethodTypeDesc.of(LONGS));
    }
}
