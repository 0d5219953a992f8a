package io.jssekeeper.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineagesTest {
  private final Lineages lineages = new Lineages();
  private final Object root = new Object();

  @Test
  void session_ended_endsItsWholeLine() {
    Object child = bear(root);
    Object grandchild = bear(child);
    Object sibling = bear(root);

    assertThat(lineages.endLineOf(root)).containsExactlyInAnyOrder(child, grandchild, sibling);
  }

  @Test
  void session_ended_leavesAncestorsAndSiblingsAlone() {
    Object child = bear(root);
    Object sibling = bear(root);
    Object grandchild = bear(child);

    assertThat(lineages.endLineOf(child)).containsExactly(grandchild);
    assertThat(lineages.endLineOf(root)).contains(sibling);
  }

  @Test
  void session_endedTwice_hasNoLineLeft() {
    bear(root);
    lineages.endLineOf(root);

    assertThat(lineages.endLineOf(root)).isEmpty();
    assertThat(lineages.size()).isZero();
  }

  @Test
  void session_ofNoLine_endsAlone() {
    assertThat(lineages.endLineOf(root)).isEmpty();
  }

  /** The link between a session and what is left of its line may be dead. */
  @Test
  void session_ended_endsThoseWhoseParentIsDead() {
    Object last = root;
    for (int i = 0; i < 50; i++) {
      last = bear(last);
    }
    awaitSize(2);

    assertThat(lineages.endLineOf(root)).containsExactly(last);
  }

  @Test
  void sessions_equalButNotTheSame_areKeptApart() {
    String one = new String("same");
    String other = new String("same");
    lineages.bear(one, root);

    assertThat(lineages.endLineOf(other)).isEmpty();
    assertThat(lineages.endLineOf(one)).containsExactly(root);
  }

  @Test
  void lineages_ofDeadSessions_leaveNothing() {
    List<Object> parents = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Object parent = new Object();
      parents.add(parent);
      bear(parent);
    }
    assertThat(lineages.size()).isGreaterThan(0);
    parents.clear();

    awaitSize(0);
  }

  private Object bear(Object parent) {
    Object child = new Object();
    lineages.bear(parent, child);
    return child;
  }

  private void awaitSize(int size) {
    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(lineages.size()).isEqualTo(size);
            });
  }
}
