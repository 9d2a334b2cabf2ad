package loligo.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Some results of a kernel as a class of their own: compiled when first asked for, prepared once for each setting of the parameters.
/// Compares by identity.
final class Part {
    private static final ClassDesc SELF = ClassDesc.of("loligo.kernel.Generated");
    private static final ClassDesc CODE = ClassDesc.of("loligo.kernel.Code");
    private static final ClassDesc DOUBLES = CD_double.arrayType();
    private static final MethodTypeDesc PREPARE = MethodTypeDesc.of(CD_void, DOUBLES);
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, CD_double, DOUBLES, DOUBLES, DOUBLES, DOUBLES, DOUBLES);

    private final Code code;
    private final int numbers;      // length of `c`

    private Part(Code code, int numbers) {
        this.code = code;
        this.numbers = numbers;
    }

    Code code() {
        return code;
    }

    /// The numbers of [Code] for these parameters.
    double[] constants(double[] values) {
        double[] c = Arrays.copyOf(values, numbers);
        code.prepare(c);
        return c;
    }

    static Part compile(Graph graph, int parameters, List<Store> stores) {
        Plan run = new Plan(graph, Graph.PARAMETER, stores);
        List<Integer> nodes = run.prepared();
        int[] places = new int[graph.size()];
        List<Store> first = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            places[nodes.get(i)] = parameters + i;
            first.add(new Store(nodes.get(i), Store.Place.C, parameters + i));
        }
        Plan prepare = new Plan(graph, Graph.CONSTANT, first);
        int scratch = parameters + nodes.size();
        Emitter.Layout early = new Emitter.Layout(new int[] {0, 0, 1, 0, 0}, 0, 2, places, scratch);
        Emitter.Layout late = new Emitter.Layout(new int[] {3, 4, 5, 6, 7}, 1, 8, places, scratch);
        byte[] bytes = ClassFile.of().build(SELF, new Consumer<ClassBuilder>() {
            @Override
            public void accept(ClassBuilder builder) {
                head(builder);
                methods(builder, "prepare", PREPARE, graph, prepare, early, first);
                methods(builder, "run", RUN, graph, run, late, stores);
            }
        });
        return new Part(load(bytes), scratch + Math.max(run.slotCount(), prepare.slotCount()));
    }

    private static void head(ClassBuilder builder) {
        builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SYNTHETIC);
        builder.withInterfaceSymbols(CODE);
        builder.withMethodBody(INIT_NAME, MTD_void, 0, new Consumer<CodeBuilder>() {
            @Override
            public void accept(CodeBuilder code) {
                code.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_();
            }
        });
    }

    /// One method, or one for each piece and one that calls them in turn.
    private static void methods(ClassBuilder builder, String name, MethodTypeDesc type, Graph graph, Plan plan, Emitter.Layout layout, List<Store> stores) {
        int count = plan.pieceCount();
        for (int piece = 0; piece < count; piece++) {
            int number = piece;
            builder.withMethodBody(count == 1 ? name : name + piece, type, ClassFile.ACC_PUBLIC, new Consumer<CodeBuilder>() {
                @Override
                public void accept(CodeBuilder code) {
                    new Emitter(graph, plan, layout, stores, number, code).emit();
                }
            });
        }
        if (count > 1) builder.withMethodBody(name, type, ClassFile.ACC_PUBLIC, new Consumer<CodeBuilder>() {
            @Override
            public void accept(CodeBuilder code) {
                for (int piece = 0; piece < count; piece++) call(code, name + piece, type);
                code.return_();
            }
        });
    }

    private static void call(CodeBuilder code, String name, MethodTypeDesc type) {
        code.aload(0);
        int variable = 1;
        for (int i = 0; i < type.parameterCount(); i++) {
            if (type.parameterType(i).equals(CD_double)) {
                code.dload(variable);
                variable += 2;
            } else {
                code.aload(variable++);
            }
        }
        code.invokevirtual(SELF, name, type);
    }

    private static Code load(byte[] bytes) {
        try {
            Class<?> made = MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
            return (Code) made.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Loligo's own bug: the generated code does not load", e);
        }
    }
}
