package io.jssekeeper.weave;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jssekeeper.weave.WeavePoint.Where;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Ownership;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.loading.ByteArrayClassLoader;
import net.bytebuddy.implementation.MethodDelegation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Woven code, run by this JVM and checked by its own verifier. */
class WovenCodeTest {
  private static final String WORKER = "sun.security.ssl.Worker";
  private static final String HOOKS = Names.INSIDE.replace('/', '.') + "Hooks";
  private static final String WORK = "(Ljava/lang/Object;JLjava/lang/Object;)Ljava/lang/Object;";

  private Object worker;

  @BeforeEach
  void defineAndMake() throws ReflectiveOperationException {
    Calls.list = new ArrayList<>();
    worker = wovenClass().getConstructor(Object.class).newInstance("made of this");
  }

  @Test
  void constructor_woven_callsItsHookAtItsEnd() {
    assertThat(Calls.list).containsExactly("constructor's body", "made");
  }

  @Test
  void constructor_withAnEarlyReturn_callsItsHookThere() throws ReflectiveOperationException {
    Calls.list.clear();
    worker.getClass().getConstructor(Object.class).newInstance((Object) null);

    assertThat(Calls.list).containsExactly("made");
  }

  @Test
  void method_woven_passesArgumentsAndResult() throws Throwable {
    assertCall(7, 35L, "last", 42L, "entered 7 last", "body", "left 42");
  }

  @Test
  void method_withSeveralReturns_callsTheExitHookAtEach() throws Throwable {
    assertCall(null, 0, null, "made of this", "entered null null", "body", "left made of this");
    assertCall("x", 2, null, 4L, "entered x null", "body", "left 4");
    assertCall("x", 9, "caught", "caught", "entered x caught", "body", "left caught");
  }

  @Test
  void method_thatThrows_throwsTheSameWithoutAnExitHook() {
    Calls.list.clear();

    assertThatThrownBy(() -> work("x", 9, null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("thrown by the body");
    assertThat(Calls.list).containsExactly("entered x null", "body");
  }

  @Test
  void method_callsTheHookInsteadOfACall_withAnExtraArgument() throws Throwable {
    Calls.list.clear();

    assertThat(worker.getClass().getMethod("timed", int.class).invoke(worker, 3)).isEqualTo(23L);
    assertThat(Calls.list).containsExactly("clocked 3");
  }

  @Test
  void method_thatLacksTheCall_isReportedAndLeftAlone() {
    List<WeaveState> off = new ArrayList<>();
    WeavePoint point =
        row("timed", "(I)J", Where.CALL, "clocked(I)J", "1").insteadOf("java/lang/System.gc()V");

    byte[] woven = weave(List.of(point), off);

    assertThat(woven).isNull();
    assertThat(off)
        .singleElement()
        .extracting(WeaveState::detail)
        .isEqualTo("this JDK's method does not call System.gc: nothing");
  }

  @Test
  void field_read_goesThroughTheHookEachTimeAndIsWrittenWithoutIt() throws Throwable {
    Calls.list.clear();

    assertThat(worker.getClass().getMethod("twice").invoke(null)).isEqualTo(8);
    assertThat(worker.getClass().getMethod("twice").invoke(null)).isEqualTo(18);
    assertThat(Calls.list).containsExactly("read 3", "read 3", "read 8", "read 8");
  }

  @Test
  void classFile_woven_passesTheVerifier() {
    assertThat(ClassFiles.complaints(woven())).isEmpty();
  }

  private void assertCall(Object argument, long wide, Object last, Object result, Object... calls)
      throws Throwable {
    Calls.list.clear();
    assertThat(work(argument, wide, last)).isEqualTo(result);
    assertThat(Calls.list).containsExactly(calls);
  }

  private Object work(Object argument, long wide, Object last) throws Throwable {
    try {
      return worker
          .getClass()
          .getMethod("work", Object.class, long.class, Object.class)
          .invoke(worker, argument, wide, last);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Class<?> wovenClass() throws ClassNotFoundException {
    Map<String, byte[]> classes = Map.of(WORKER, woven(), HOOKS, hooks());
    return new ByteArrayClassLoader(WovenCodeTest.class.getClassLoader(), classes)
        .loadClass(WORKER);
  }

  private static byte[] woven() {
    List<WeaveState> off = new ArrayList<>();
    byte[] woven = weave(rows(), off);
    assertThat(off).isEmpty();
    return woven;
  }

  private static byte[] weave(List<WeavePoint> rows, List<WeaveState> off) {
    byte[] plain = new ByteBuddy().redefine(Worker.class).name(WORKER).make().getBytes();
    return new Weaver(rows, off::add).transform(null, WORKER.replace('.', '/'), null, null, plain);
  }

  private static List<WeavePoint> rows() {
    return List.of(
        row("<init>", "(Ljava/lang/Object;)V", Where.EXIT, "made(Ljava/lang/Object;)V", "0"),
        row(
            "work",
            WORK,
            Where.ENTRY,
            "entered(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)V",
            "014"),
        row("work", WORK, Where.EXIT, "left(Ljava/lang/Object;Ljava/lang/Object;)V", "R0"),
        row("timed", "(I)J", Where.CALL, "clocked(I)J", "1")
            .insteadOf("io/jssekeeper/weave/Calls.clock()J"),
        row("twice", "()I", Where.READ, "read(I)I", "").of("Worker.total:I", "Worker.count:I"));
  }

  private static WeavePoint row(
      String method, String descriptor, Where where, String hook, String loads) {
    return WeaveTable.row("Worker", method, descriptor)
        .at(where, "Hooks." + hook, loads, "nothing");
  }

  /** Replaces the bootstrap room's hooks in the loader of this test. */
  private static byte[] hooks() {
    return new ByteBuddy()
        .subclass(Object.class)
        .name(HOOKS)
        .defineMethod("made", void.class, Visibility.PUBLIC, Ownership.STATIC)
        .withParameters(Object.class)
        .intercept(
            MethodDelegation.withDefaultConfiguration().filter(named("made")).to(Calls.class))
        .defineMethod("entered", void.class, Visibility.PUBLIC, Ownership.STATIC)
        .withParameters(Object.class, Object.class, Object.class)
        .intercept(
            MethodDelegation.withDefaultConfiguration().filter(named("entered")).to(Calls.class))
        .defineMethod("left", void.class, Visibility.PUBLIC, Ownership.STATIC)
        .withParameters(Object.class, Object.class)
        .intercept(
            MethodDelegation.withDefaultConfiguration().filter(named("left")).to(Calls.class))
        .defineMethod("clocked", long.class, Visibility.PUBLIC, Ownership.STATIC)
        .withParameters(int.class)
        .intercept(
            MethodDelegation.withDefaultConfiguration().filter(named("clocked")).to(Calls.class))
        .defineMethod("read", int.class, Visibility.PUBLIC, Ownership.STATIC)
        .withParameters(int.class)
        .intercept(
            MethodDelegation.withDefaultConfiguration().filter(named("read")).to(Calls.class))
        .make()
        .getBytes();
  }
}
