package loligo.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.function.Consumer;

/// Passes as a class: each a method of its own, in one to three forms. With lanes a pass is first taken `swiftly`, as if every argument of phi were
/// near 0; when that does not hold for some cell, `surely`, and for some steps after it at once; when an exponential leaves the normal
/// numbers, cell by cell, which always holds. All forms give the same bits.
final class EnsembleClass {
    private static final ClassDesc CELLS = ClassDesc.of("loligo.kernel.GeneratedCells");
    private static final ClassDesc LANES = ClassDesc.of("loligo.kernel.GeneratedLanes"); // the launcher tells HotSpot to compile it soon
    private static final ClassDesc CODE = ClassDesc.of("loligo.kernel.EnsembleCode");
    private static final ClassDesc DOUBLES = CD_double.arrayType();
    private static final MethodTypeDesc PASS = MethodTypeDesc.of(CD_int, DOUBLES, DOUBLES, DOUBLES, DOUBLES, DOUBLES, CD_int);
    private static final MethodTypeDesc STEP = MethodTypeDesc.of(CD_void, DOUBLES, DOUBLES, DOUBLES, DOUBLES, DOUBLES, CD_int.arrayType(), CD_int);
    private static final int MOODS = 6; // variables of `step`
    private static final int COUNT = 7;
    private static final int PATIENCE = 256; // steps

    private final Graph graph;
    private final Passes passes;
    private final int width;
    private final int lanes;
    private final ClassDesc self;

    private EnsembleClass(Graph graph, Passes passes, int width, int lanes) {
        this.graph = graph;
        this.passes = passes;
        this.width = width;
        this.lanes = lanes;
        this.self = lanes > 1 ? LANES : CELLS;
    }

    /// @param width cells in a block
    /// @param lanes 2, 4 or 8; 1 computes cell by cell and needs no vectors
    static EnsembleCode compile(Graph graph, Passes passes, int width, int lanes) {
        EnsembleClass made = new EnsembleClass(graph, passes, width, lanes);
        byte[] bytes = ClassFile.of().build(made.self, new Consumer<ClassBuilder>() {
            @Override
            public void accept(ClassBuilder builder) {
                made.build(builder);
            }
        });
        try {
            return (EnsembleCode) MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass().getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Loligo's own bug: the generated code does not load", e);
        }
    }

    private void build(ClassBuilder builder) {
        builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
        builder.withInterfaceSymbols(CODE);
        method(builder, INIT_NAME, MTD_void, 0, code -> code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_());
        for (int k = 0; k < passes.passes().size(); k++) {
            Passes.Pass pass = passes.passes().get(k);
            pass(builder, "plainly" + k, code -> new CellEmitter(graph, passes, pass, width, code).emit());
            if (!lanes(pass)) continue;
            pass(builder, "surely" + k, code -> new LaneEmitter(graph, passes, pass, width, lanes, true, code).emit());
            if (hopeful(pass)) pass(builder, "swiftly" + k, code -> new LaneEmitter(graph, passes, pass, width, lanes, false, code).emit());
        }
        method(builder, "step", STEP, ClassFile.ACC_PUBLIC, code -> {
            for (int k = 0; k < passes.passes().size(); k++) call(code, k, passes.passes().get(k));
            code.return_();
        });
    }

    private boolean lanes(Passes.Pass pass) {
        return lanes > 1 && pass.lanes();
    }

    /// Whether there is a swifter form.
    private boolean hopeful(Passes.Pass pass) {
        return pass.nodes().stream().anyMatch(node -> graph.op(node) == Op.PHI);
    }

    private static void pass(ClassBuilder builder, String name, Consumer<CodeBuilder> body) {
        method(builder, name, PASS, ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE, body);
    }

    private static void method(ClassBuilder builder, String name, MethodTypeDesc type, int flags, Consumer<CodeBuilder> body) {
        builder.withMethodBody(name, type, flags, body);
    }

    private void call(CodeBuilder code, int k, Passes.Pass pass) {
        if (!lanes(pass)) {
            invoke(code, "plainly" + k).pop();
            return;
        }
        Label done = code.newLabel();
        if (hopeful(pass)) hope(code, k, done);
        invoke(code, "surely" + k).ifeq(done);
        invoke(code, "plainly" + k).pop();
        code.labelBinding(done);
    }

    private void hope(CodeBuilder code, int k, Label done) {
        Label surely = code.newLabel();
        Label swiftly = code.newLabel();
        code.aload(MOODS).loadConstant(k).iaload().ifeq(swiftly);
        code.aload(MOODS).loadConstant(k).dup2().iaload().iconst_1().isub().iastore();
        code.goto_(surely);
        code.labelBinding(swiftly);
        invoke(code, "swiftly" + k).ifeq(done);
        code.aload(MOODS).loadConstant(k).loadConstant(PATIENCE).iastore();
        code.labelBinding(surely);
    }

    private CodeBuilder invoke(CodeBuilder code, String name) {
        for (int i = 1; i < MOODS; i++) code.aload(i);
        return code.iload(COUNT).invokestatic(self, name, PASS);
    }
}
