package io.jssekeeper.weave;

import static org.assertj.core.api.Assertions.assertThat;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Ownership;
import org.junit.jupiter.api.Test;

class KnownDefectsTest {
  @Test
  void numberOfTheTicketKey_sharedByAllContexts_isJdk8298381() {
    assertThat(KnownDefects.of(withKeyNumber(Ownership.STATIC)))
        .singleElement()
        .asString()
        .startsWith("JDK-8298381: ");
  }

  @Test
  void numberOfTheTicketKey_ofEachContext_isNone() {
    assertThat(KnownDefects.of(withKeyNumber(Ownership.MEMBER))).isEmpty();
  }

  @Test
  void defects_ofThisJdk_areNone() {
    assertThat(KnownDefects.ofThisJdk()).isEmpty();
  }

  private static byte[] withKeyNumber(Ownership ownership) {
    return new ByteBuddy()
        .subclass(Object.class)
        .name("sun.security.ssl.Odd")
        .defineField("currentKeyID", int.class, ownership)
        .make()
        .getBytes();
  }
}
