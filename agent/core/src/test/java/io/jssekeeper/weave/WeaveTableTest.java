package io.jssekeeper.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.weave.WeaveState.State;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

class WeaveTableTest {
  private static final List<WeavePoint> ROWS = WeaveTable.rows();

  @SuppressWarnings("unused") // by its name
  private static final List<String> CLASSES =
      ROWS.stream()
          .map(row -> row.owner)
          .distinct()
          .filter(Names::isInThisJdk)
          .collect(Collectors.toList());

  @Test
  void rows_eachPlaceInAMethod_areUnique() {
    assertThat(ROWS)
        .hasSizeGreaterThan(5)
        .extracting(row -> row.label() + row.place())
        .doesNotHaveDuplicates();
  }

  /** The self-check distinguishes rows by this. */
  @Test
  void rows_eachMethodAndHook_areUnique() {
    assertThat(ROWS).extracting(WeavePoint::call).doesNotHaveDuplicates();
  }

  @Test
  void class_thatThisJdkLacks_isOneThatMayBeLacking() {
    assertThat(ROWS)
        .filteredOn(row -> !Names.isInThisJdk(row.owner))
        .extracting(WeavePoint::fineIfAbsent)
        .doesNotContainNull();
  }

  @Test
  void hooks_ofRows_areThoseOfTheInsideRoom() throws IOException {
    assertThat(
            ROWS.stream()
                .map(row -> row.hookOwner + "." + row.hook + row.hookDescriptor)
                .distinct())
        .containsExactlyInAnyOrderElementsOf(hooks());
  }

  /** At a call, the call's own arguments come first; the verifier decides whether they fit. */
  @Test
  void loads_eachRow_matchTheHooksParameters() {
    for (WeavePoint row : ROWS) {
      int own = Type.getArgumentTypes(row.hookDescriptor).length - onTheStack(row);
      assertThat(row.loads().length()).as(row.label()).isBetween(row.isCall() ? own - 1 : own, own);
    }
  }

  /** How many arguments the hook gets from a read, or from a call apart from its object. */
  private static int onTheStack(WeavePoint row) {
    if (row.where == WeavePoint.Where.READ) {
      return 1;
    }
    return row.isCall() ? Type.getArgumentTypes(row.replaced()).length : 0;
  }

  /**
   * A hook that replaces a call returns what the call would return, and one after a read the value
   * that was read; no other hook changes what is woven.
   */
  @Test
  void hooks_notReplacingAValue_returnNothing() {
    for (WeavePoint row : ROWS) {
      Type given = Type.getReturnType(row.hookDescriptor);
      assertThat(given).as(row.label()).isEqualTo(wanted(row));
    }
  }

  private static Type wanted(WeavePoint row) {
    switch (row.where) {
      case CALL:
        return Type.getReturnType(row.replaced());
      case READ:
        return Type.getArgumentTypes(row.hookDescriptor)[0];
      default:
        return Type.VOID_TYPE;
    }
  }

  @Test
  void fields_eachRow_haveTheHooksType() {
    assertThat(ROWS)
        .filteredOn(row -> row.where == WeavePoint.Where.READ)
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.fields())
                    .isNotEmpty()
                    .allMatch(field -> field.endsWith(":" + wanted(row).getDescriptor())));
  }

  /** It would run before the object is constructed. */
  @Test
  void constructors_atEntry_areNotWoven() {
    assertThat(ROWS)
        .filteredOn(row -> row.method.equals("<init>"))
        .extracting(row -> row.where)
        .doesNotContain(WeavePoint.Where.ENTRY);
  }

  @Test
  void lost_eachRow_isStated() {
    assertThat(ROWS).extracting(row -> row.lost).noneMatch(String::isBlank);
  }

  @Test
  void anchor_ofThisJdk_isNamedByNoRow() {
    String anchor = Names.ANCHOR.replace('.', '/');

    assertThat(ClassFiles.ofJdk(anchor)).isNotEmpty();
    assertThat(ROWS).extracting(row -> row.owner).doesNotContain(anchor);
  }

  @ParameterizedTest
  @FieldSource("CLASSES")
  void methods_eachRow_areDeclaredByThisJdk(String name) {
    Declared declared = Declared.in(new ClassReader(ClassFiles.ofJdk(name)));

    assertThat(ROWS)
        .filteredOn(row -> row.owner.equals(name) && row.fineIfAbsent() == null)
        .allSatisfy(row -> assertThat(declared.descriptorOf(row)).as(row.label()).isNotNull());
  }

  /** The JVM does not verify classes of the boot loader, so a wrong type would crash it. */
  @ParameterizedTest
  @FieldSource("CLASSES")
  void classOfThisJdk_woven_isActiveAndPassesTheVerifier(String name) {
    Weaver weaver = new Weaver(off -> {});
    byte[] woven = weaver.transform(null, name, null, null, ClassFiles.ofJdk(name));

    if (woven != null) {
      assertThat(ClassFiles.complaints(woven)).isEmpty();
    }
    for (int i = 0; i < ROWS.size(); i++) {
      WeavePoint row = ROWS.get(i);
      State state = weaver.report().states().get(i).state();
      if (row.owner.equals(name) && state != State.UNNEEDED) {
        assertThat(state).as(row.label()).isEqualTo(State.ACTIVE);
      }
    }
  }

  private static List<String> hooks() throws IOException {
    List<String> hooks = new ArrayList<>();
    for (ClassNode type : ClassFiles.hooks()) {
      for (MethodNode method : type.methods) {
        if (Modifier.isPublic(method.access) && Modifier.isStatic(method.access)) {
          hooks.add(type.name + "." + method.name + method.desc);
        }
      }
    }
    return hooks;
  }
}
