package loligo.kernel;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// Writes one piece of a plan as byte code. Numbers are doubles on the stack, truth is an int.
final class Emitter {
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final ClassDesc ELEMENTARY = ClassDesc.of("loligo.kernel.Elementary");
    private static final MethodTypeDesc ONE = MethodTypeDesc.of(CD_double, CD_double);
    private static final MethodTypeDesc TWO = MethodTypeDesc.of(CD_double, CD_double, CD_double);
    private static final MethodTypeDesc THREE = MethodTypeDesc.of(CD_double, CD_double, CD_double, CD_double);
    private static final MethodTypeDesc TRUTH = MethodTypeDesc.of(CD_boolean, CD_double);

    private final Graph graph;
    private final Plan plan;
    private final Layout layout;
    private final List<Store> stores;
    private final int piece;
    private final CodeBuilder code;
    private final int[] locals;

    /// Where things are: the variable of the arrays, the first free one, and the places of prepared nodes and scratch in `c`.
    ///
    /// @param arrays variable of each [Store.Place], 0 where the method has none
    /// @param prepared place in `c` of each prepared node
    record Layout(int[] arrays, int time, int free, int[] prepared, int scratch) {}

    Emitter(Graph graph, Plan plan, Layout layout, List<Store> stores, int piece, CodeBuilder code) {
        this.graph = graph;
        this.plan = plan;
        this.layout = layout;
        this.stores = stores;
        this.piece = piece;
        this.code = code;
        this.locals = new int[graph.size()];
    }

    void emit() {
        int next = layout.free();
        for (Plan.Step step : plan.steps()) {
            if (step.piece() != piece) continue;
            if (step.store() < 0) {
                next = keep(step.node(), next);
            } else {
                store(stores.get(step.store()));
            }
        }
        code.return_();
    }

    private int keep(int node, int variable) {
        boolean logical = graph.op(node).logical();
        compute(node);
        locals[node] = variable;
        if (logical) {
            code.istore(variable);
        } else {
            code.dstore(variable);
        }
        if (plan.slot(node) >= 0) store(new Store(node, Store.Place.C, layout.scratch() + plan.slot(node)));
        return variable + (logical ? 1 : 2);
    }

    private void store(Store store) {
        code.aload(variable(store.array()));
        code.loadConstant(store.index());
        load(store.node());
        if (graph.op(store.node()).logical()) code.i2d();
        code.dastore();
    }

    private int variable(Store.Place array) {
        return layout.arrays()[array.number()];
    }

    private void load(int node) {
        Op op = graph.op(node);
        if (plan.loaded(node)) {
            loadLeaf(node, op);
        } else if (!plan.kept(node)) {
            compute(node);
        } else if (plan.piece(node) != piece) {
            element(Store.Place.C, layout.scratch() + plan.slot(node), op.logical());
        } else if (op.logical()) {
            code.iload(locals[node]);
        } else {
            code.dload(locals[node]);
        }
    }

    private void loadLeaf(int node, Op op) {
        int index = graph.operand(node, 0);
        switch (op) {
            case CONSTANT -> code.loadConstant(graph.value(node));
            case PARAMETER -> element(Store.Place.C, index, false);
            case TIME -> code.dload(layout.time());
            case INPUT -> element(Store.Place.U, index, false);
            case SLOPE -> element(Store.Place.B, index, false);
            case STATE -> element(Store.Place.Y, index, false);
            default -> element(Store.Place.C, layout.prepared()[node], op.logical());
        }
    }

    private void element(Store.Place array, int index, boolean logical) {
        code.aload(variable(array));
        code.loadConstant(index);
        code.daload();
        if (logical) truth();
    }

    /// A number as truth: anything but 0 is true.
    private void truth() {
        code.invokestatic(ELEMENTARY, "truth", TRUTH);
    }

    private void condition(int node) {
        load(node);
        if (!graph.op(node).logical()) truth();
    }

    private void compute(int node) {
        Op op = graph.op(node);
        if (op == Op.SELECT) {
            select(node);
        } else if (op.logical()) {
            logical(node, op);
        } else {
            for (int k = 0; k < op.arity(); k++) load(graph.operand(node, k));
            operate(code, op);
        }
    }

    /// The operation on the numbers that are on the stack.
    static void operate(CodeBuilder code, Op op) {
        switch (op) {
            case ADD -> code.dadd();
            case SUBTRACT -> code.dsub();
            case MULTIPLY -> code.dmul();
            case DIVIDE -> code.ddiv();
            case NEGATE -> code.dneg();
            case MIN -> code.invokestatic(MATH, "min", TWO);
            case MAX -> code.invokestatic(MATH, "max", TWO);
            case ABS -> code.invokestatic(MATH, "abs", ONE);
            case SQRT -> code.invokestatic(MATH, "sqrt", ONE);
            case POW -> code.invokestatic(ELEMENTARY, "pow", TWO);
            case FMA -> code.invokestatic(MATH, "fma", THREE);
            case BERNOULLI_FILLED -> code.invokestatic(ELEMENTARY, "bernoulliFilled", TWO);
            case EXPREL_SLOPE -> code.invokestatic(ELEMENTARY, "exprelSlope", TWO);
            case BERNOULLI_SLOPE -> code.invokestatic(ELEMENTARY, "bernoulliSlope", TWO);
            case EXPREL_FILLED -> code.invokestatic(ELEMENTARY, "exprelFilled", TWO);
            default -> code.invokestatic(ELEMENTARY, function(op), ONE);
        }
    }

    private static String function(Op op) {
        return switch (op) {
            case EXP -> "exp";
            case EXPM1 -> "expm1";
            case EXPREL -> "exprel";
            case BERNOULLI -> "bernoulli";
            case LOG -> "log";
            case LOG10 -> "log10";
            case SIN -> "sin";
            case COS -> "cos";
            case TAN -> "tan";
            case SINH -> "sinh";
            case COSH -> "cosh";
            case TANH -> "tanh";
            case ATAN -> "atan";
            case ERF -> "erf";
            case PHI -> "phi";
            default -> throw new IllegalStateException("Loligo's own bug: no code for " + op);
        };
    }

    private void select(int node) {
        Label no = code.newLabel();
        Label end = code.newLabel();
        condition(graph.operand(node, 0));
        code.ifeq(no);
        load(graph.operand(node, 1));
        code.goto_(end);
        code.labelBinding(no);
        load(graph.operand(node, 2));
        code.labelBinding(end);
    }

    private void logical(int node, Op op) {
        int a = graph.operand(node, 0);
        int b = graph.operand(node, 1);
        switch (op) {
            case AND, OR -> both(a, b, op);
            case NOT -> {
                condition(a);
                code.iconst_1();
                code.ixor();
            }
            default -> {
                load(a);
                load(b);
                compare(code, op);
            }
        }
    }

    private void both(int a, int b, Op op) {
        condition(a);
        condition(b);
        if (op == Op.AND) {
            code.iand();
        } else {
            code.ior();
        }
    }

    /// The comparison of the two numbers that are on the stack.
    static void compare(CodeBuilder code, Op op) {
        Label yes = code.newLabel();
        Label end = code.newLabel();
        code.dcmpg();                                  // NaN compares as greater: false for all three
        switch (op) {
            case LESS -> code.iflt(yes);
            case AT_MOST -> code.ifle(yes);
            default -> code.ifeq(yes);
        }
        code.iconst_0();
        code.goto_(end);
        code.labelBinding(yes);
        code.iconst_1();
        code.labelBinding(end);
    }
}
