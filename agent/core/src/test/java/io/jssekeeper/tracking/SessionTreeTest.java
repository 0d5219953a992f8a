package io.jssekeeper.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionTreeTest {
  private static final int LONG = 200_000;

  private final SessionTree lineages = new SessionTree();
  private final Object root = new Object();

  @Test
  void session_ended_endsItsWholeLine() {
    Object child = bear(root);
    Object grandchild = bear(child);
    Object sibling = bear(root);

    assertThat(lineages.removeSubtree(root)).containsExactlyInAnyOrder(child, grandchild, sibling);
  }

  @Test
  void session_ended_leavesAncestorsAndSiblingsAlone() {
    Object child = bear(root);
    Object sibling = bear(root);
    Object grandchild = bear(child);

    assertThat(lineages.removeSubtree(child)).containsExactly(grandchild);
    assertThat(lineages.removeSubtree(root)).contains(sibling);
  }

  @Test
  void session_endedTwice_hasNoLineLeft() {
    bear(root);
    lineages.removeSubtree(root);

    assertThat(lineages.removeSubtree(root)).isEmpty();
    assertThat(lineages.size()).isZero();
  }

  @Test
  void session_ofNoLine_endsAlone() {
    assertThat(lineages.removeSubtree(root)).isEmpty();
  }

  /** The link between a session and what is left of its line may be dead. */
  @Test
  void session_ended_endsThoseWhoseParentIsDead() {
    Object last = root;
    for (int i = 0; i < 50; i++) {
      last = bear(last);
    }
    awaitSize(2);

    assertThat(lineages.removeSubtree(root)).containsExactly(last);
  }

  @Test
  void sessions_equalButNotTheSame_areKeptApart() {
    String one = new String("same");
    String other = new String("same");
    lineages.addChild(one, root);

    assertThat(lineages.removeSubtree(other)).isEmpty();
    assertThat(lineages.removeSubtree(one)).containsExactly(root);
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

  @Test
  void sessions_deadForks_stayNoLongerThanTheyPartTheLiving() {
    Object fork = bear(root);
    Object left = bear(bear(fork));
    Object right = bear(fork);
    fork = null;
    awaitSize(3);
    assertThat(lineages.removeSubtree(left)).isEmpty();

    assertThat(lineages.removeSubtree(root)).containsExactly(right);
    assertThat(lineages.size()).isZero();
  }

  @Test
  void sessions_ofADeadRoot_areNoKinAnyMore() {
    Object dead = new Object();
    Object left = bear(dead);
    Object right = bear(dead);
    Object below = bear(right);
    dead = null;
    awaitSize(2);

    assertThat(lineages.removeSubtree(left)).isEmpty();
    assertThat(lineages.removeSubtree(right)).containsExactly(below);
  }

  @Test
  void session_bornAgain_staysWhereItIs() {
    Object child = bear(root);
    Object grandchild = bear(child);
    lineages.addChild(root, grandchild);
    lineages.addChild(grandchild, root);
    lineages.addChild(child, child);

    assertThat(lineages.removeSubtree(child)).containsExactly(grandchild);
    assertThat(lineages.removeSubtree(root)).isEmpty();
  }

  @Test
  void clear_liveAndDead_handsEachLiveOneToTheLastLiveOneAboveIt() {
    Object child = bear(root);
    Object last = bear(bear(bear(child)));
    awaitSize(3);
    Map<Object, Object> parents = new IdentityHashMap<>();
    lineages.clear((parent, born) -> parents.put(born, parent));

    assertThat(parents).hasSize(2).containsEntry(child, root).containsEntry(last, child);
    assertThat(lineages.size()).isZero();
  }

  /** A line is as long as there were resumptions since the last collection, at least. */
  @Test
  void line_longAndAlive_costsEachBirthTheSame() {
    List<Object> line = new ArrayList<>();
    line.add(root);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (int i = 0; i < LONG; i++) {
            line.add(bear(line.get(i)));
          }
          assertThat(lineages.removeSubtree(line.get(1))).hasSize(LONG - 1);
        });
    assertThat(lineages.size()).isZero();
  }

  /** Against one that keeps every session and looks for what is asked. */
  @Test
  void lineages_bornEndedAndDroppedAtRandom_areAsRemembered() {
    Random random = new Random(42);
    List<Object> held = new ArrayList<>(List.of(root));
    Map<Object, List<Object>> ancestors = new IdentityHashMap<>();
    ancestors.put(root, List.of());
    for (int i = 0; i < 3_000; i++) {
      Object one = held.get(random.nextInt(held.size()));
      int dice = random.nextInt(10);
      if (dice < 6 || held.size() < 5) {
        List<Object> line = new ArrayList<>(ancestors.get(one));
        line.add(new WeakReference<>(one));
        Object child = bear(one);
        ancestors.put(child, line);
        held.add(child);
      } else if (dice < 9) {
        held.remove(one);
        ancestors.remove(one);
      } else {
        end(one, held, ancestors);
      }
      if (i % 500 == 0) {
        System.gc();
      }
    }
  }

  private void end(Object session, List<Object> held, Map<Object, List<Object>> ancestors) {
    Set<Object> below = Collections.newSetFromMap(new IdentityHashMap<>());
    ancestors.forEach(
        (one, line) -> {
          if (line.stream().anyMatch(above -> ((WeakReference<?>) above).get() == session)) {
            below.add(one);
          }
        });
    Set<Object> ended = Collections.newSetFromMap(new IdentityHashMap<>());
    ended.addAll(lineages.removeSubtree(session));
    ended.retainAll(held);

    assertThat(ended).isEqualTo(below);
    ended.add(session);
    held.removeAll(ended);
    ended.forEach(ancestors::remove);
    if (held.isEmpty()) {
      held.add(root);
      ancestors.put(root, List.of());
    }
  }

  private Object bear(Object parent) {
    Object child = new Object();
    lineages.addChild(parent, child);
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
