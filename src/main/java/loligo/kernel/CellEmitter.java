package loligo.kernel;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/// A pass that takes one cell after the other. Numbers are doubles, truth is an int.
final class CellEmitter extends PassEmitter {
    private static final ClassDesc ELEMENTARY = ClassDesc.of("loligo.kernel.Elementary");
    private static final MethodTypeDesc TRUTH = MethodTypeDesc.of(CD_boolean, CD_double);

    CellEmitter(Graph graph, Passes passes, Passes.Pass pass, int width, CodeBuilder code) {
        super(graph, passes, pass, width, code);
    }

    @Override
    int stride() {
        return 1;
    }

    @Override
    void begin(List<Op> ops) {
        code.iconst_0().istore(FLAG);
    }

    @Override
    void end() {}

    @Override
    void fetch(boolean logical) {
        code.daload();
        spread(logical);
    }

    @Override
    void spread(boolean logical) {
        if (logical) code.invokestatic(ELEMENTARY, "truth", TRUTH);
    }

    @Override
    void put(int variable, boolean logical) {
        if (logical) {
            code.iload(variable).i2d();
        } else {
            code.dload(variable);
        }
        code.dastore();
    }

    @Override
    int keep(boolean logical) {
        int variable = variable(logical ? 1 : 2);
        if (logical) {
            code.istore(variable);
        } else {
            code.dstore(variable);
        }
        return variable;
    }

    @Override
    int truthOf(int variable) {
        code.dload(variable);
        spread(true);
        return keep(true);
    }

    @Override
    int compute(Op op, int[] operands) {
        switch (op) {
            case SELECT -> select(operands);
            case AND -> code.iload(operands[0]).iload(operands[1]).iand();
            case OR -> code.iload(operands[0]).iload(operands[1]).ior();
            case NOT -> code.iload(operands[0]).iconst_1().ixor();
            default -> {
                for (int operand : operands) code.dload(operand);
                if (op.logical()) {
                    Emitter.compare(code, op);
                } else {
                    Emitter.operate(code, op);
                }
            }
        }
        return keep(op.logical());
    }

    private void select(int[] operands) {
        Label no = code.newLabel();
        Label end = code.newLabel();
        code.iload(operands[0]).ifeq(no);
        code.dload(operands[1]).goto_(end);
        code.labelBinding(no);
        code.dload(operands[2]);
        code.labelBinding(end);
    }
}
