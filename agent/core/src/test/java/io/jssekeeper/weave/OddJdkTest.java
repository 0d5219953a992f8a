package io.jssekeeper.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.weave.WeavePoint.Where;
import io.jssekeeper.weave.WeaveState.State;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.MethodManifestation;
import net.bytebuddy.description.modifier.TypeManifestation;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.implementation.FixedValue;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** JDKs whose classes have another shape than the table expects. */
class OddJdkTest {
  private static final String NAME = "sun/security/ssl/Odd";
  private static final String NEWER = "(Ljava/lang/String;Z)Ljava/lang/String;";
  private static final String OLDER = "(Ljava/lang/String;)Ljava/lang/String;";

  private static final WeavePoint POINT =
      WeaveTable.row("Odd", "put", NEWER, OLDER)
          .at(Where.ENTRY, "Hooks.hook(Ljava/lang/Object;)V", "0", "what is lost");

  private final List<WeaveState> told = new ArrayList<>();
  private final Weaver weaver = new Weaver(List.of(POINT), told::add);

  @Test
  void method_declaredWithBothDescriptors_isWovenAtTheFirstOnly() {
    byte[] woven = weave(withMethod(withMethod(odd(), NEWER), OLDER));

    assertThat(methodsThatCallTheHook(woven)).containsExactly("put" + NEWER);
    assertThat(state().state()).isEqualTo(State.ACTIVE);
    assertThat(told).isEmpty();
  }

  @Test
  void method_declaredWithTheOlderDescriptorAlone_isWovenThere() {
    byte[] woven = weave(withMethod(odd(), OLDER));

    assertThat(methodsThatCallTheHook(woven)).containsExactly("put" + OLDER);
  }

  @Test
  void method_notDeclared_isAbsentReportedOnceAndTheClassUntouched() {
    byte[] classfile = bytes(odd());

    assertThat(weave(classfile)).isNull();
    assertThat(weave(classfile)).isNull();
    assertThat(state().state()).isEqualTo(State.ABSENT);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).point()).isEqualTo("Odd.put(...)");
    assertThat(told.get(0).detail()).endsWith("what is lost");
  }

  @Test
  void method_thatAJdkMayLack_isUnneededAndNotReported() {
    WeavePoint point =
        WeaveTable.row("Odd", "put", NEWER)
            .at(Where.ENTRY, "Hooks.hook(Ljava/lang/Object;)V", "0", "what is lost")
            .unless("another row stands for it");
    Weaver lenient = new Weaver(List.of(point), told::add);

    assertThat(lenient.transform(null, NAME, null, null, bytes(odd()))).isNull();
    WeaveState state = lenient.report().states().get(0);
    assertThat(state.state()).isEqualTo(State.UNNEEDED);
    assertThat(state.detail()).isEqualTo("another row stands for it: nothing is lost");
    assertThat(told).isEmpty();
  }

  @Test
  void method_ofAnotherDescriptor_isAbsent() {
    assertThat(weave(withMethod(odd(), "(I)Ljava/lang/String;"))).isNull();
    assertThat(state().state()).isEqualTo(State.ABSENT);
  }

  @Test
  void method_thatIsAbstractOrNative_isAbsent() {
    for (MethodManifestation kind :
        List.of(MethodManifestation.ABSTRACT, MethodManifestation.NATIVE)) {
      byte[] classfile =
          bytes(
              odd()
                  .modifiers(Visibility.PUBLIC, TypeManifestation.ABSTRACT)
                  .defineMethod("put", String.class, Visibility.PUBLIC, kind)
                  .withParameters(String.class)
                  .withoutCode());

      assertThat(weave(classfile)).isNull();
      assertThat(state().state()).isEqualTo(State.ABSENT);
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void method_abstractInItsNewestForm_isWovenInTheOneWithABody() {
    byte[] woven =
        weave(
            withMethod(
                odd()
                    .modifiers(Visibility.PUBLIC, TypeManifestation.ABSTRACT)
                    .defineMethod(
                        "put", String.class, Visibility.PUBLIC, MethodManifestation.ABSTRACT)
                    .withParameters(String.class, boolean.class)
                    .withoutCode(),
                OLDER));

    assertThat(methodsThatCallTheHook(woven)).containsExactly("put" + OLDER);
  }

  @Test
  void classFile_ofUnknownVersion_isFailedReportedOnceAndTheClassUntouched() {
    byte[] classfile = bytes(withMethod(odd(), OLDER));
    classfile[6] = 0x7f;

    assertThat(weave(classfile)).isNull();
    assertThat(weave(classfile)).isNull();
    assertThat(state().state()).isEqualTo(State.FAILED);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).detail()).contains("class file").endsWith("what is lost");
  }

  @Test
  void classFile_thatIsCutOff_isFailed() {
    assertThat(weave(new byte[] {(byte) 0xca, (byte) 0xfe})).isNull();
    assertThat(state().state()).isEqualTo(State.FAILED);
  }

  @Test
  void listener_thatThrows_doesNotReachTheJvm() {
    Weaver careless =
        new Weaver(
            List.of(POINT),
            off -> {
              throw new IllegalStateException("no standard error");
            });

    assertThat(careless.transform(null, NAME, null, null, bytes(odd()))).isNull();
  }

  @Test
  void class_ofAnotherLoaderOrName_isNotLookedAt() {
    byte[] classfile = bytes(withMethod(odd(), OLDER));

    assertThat(weaver.transform(getClass().getClassLoader(), NAME, null, null, classfile)).isNull();
    assertThat(weaver.transform(null, NAME + "$1", null, null, classfile)).isNull();
    assertThat(weaver.transform(null, null, null, null, classfile)).isNull();
    assertThat(state().detail()).contains("no such class");
    assertThat(told).isEmpty();
  }

  private WeaveState state() {
    return weaver.report().states().get(0);
  }

  private byte[] weave(DynamicType.Builder<?> builder) {
    return weave(bytes(builder));
  }

  private byte[] weave(byte[] classfile) {
    return weaver.transform(null, NAME, null, null, classfile);
  }

  private static DynamicType.Builder<?> odd() {
    return new ByteBuddy().subclass(Object.class).name(NAME.replace('/', '.'));
  }

  private static DynamicType.Builder<?> withMethod(
      DynamicType.Builder<?> builder, String descriptor) {
    List<Class<?>> parameters =
        descriptor.equals(NEWER)
            ? List.of(String.class, boolean.class)
            : List.of(descriptor.equals(OLDER) ? String.class : int.class);
    return builder
        .defineMethod("put", String.class, Visibility.PUBLIC)
        .withParameters(parameters.toArray(new Class<?>[0]))
        .intercept(FixedValue.value("done"));
  }

  private static byte[] bytes(DynamicType.Builder<?> builder) {
    return builder.make().getBytes();
  }

  private static List<String> methodsThatCallTheHook(byte[] classfile) {
    ClassNode node = new ClassNode();
    new ClassReader(classfile).accept(node, 0);
    List<String> methods = new ArrayList<>();
    for (MethodNode method : node.methods) {
      method.instructions.forEach(
          instruction -> {
            if (instruction.getOpcode() == Opcodes.INVOKESTATIC
                && ((MethodInsnNode) instruction).owner.startsWith(Names.INSIDE)) {
              methods.add(method.name + method.desc);
            }
          });
    }
    return methods;
  }
}
