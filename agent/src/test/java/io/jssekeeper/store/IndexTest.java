package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndexTest {
  private final Index<Session> index = new Index<>();

  @Test
  void remove_entryWhoseIdAnotherHasNow_leavesTheOther() {
    Entry<Session> first = entry("a");
    Entry<Session> second = entry("a");
    index.putIfAbsent(first);
    assertThat(index.remove(first)).isTrue();
    assertThat(index.putIfAbsent(second)).isNull();

    assertThat(index.remove(first)).isFalse();

    assertThat(index.get("a")).isSameAs(second);
  }

  private static Entry<Session> entry(Object id) {
    return new Entry<>(id, new Traits(0, 1, Traits.Use.MANY), 0);
  }
}
