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

  private final SessionTree tree = new SessionTree();
  private final Object root = new Object();

  @Test
  void session_ended_endsItsDescendants() {
    Object child = addChild(root);
    Object grandchild = addChild(child);
    Object sibling = addChild(root);

    assertThat(tree.removeSubtree(root)).containsExactlyInAnyOrder(child, grandchild, sibling);
  }

  @Test
  void session_ended_leavesAncestorsAndSiblingsAlone() {
    Object child = addChild(root);
    Object sibling = addChild(root);
    Object grandchild = addChild(child);

    assertThat(tree.removeSubtree(child)).containsExactly(grandchild);
    assertThat(tree.removeSubtree(root)).contains(sibling);
  }

  @Test
  void session_endedTwice_hasNoDescendantsLeft() {
    addChild(root);
    tree.removeSubtree(root);

    assertThat(tree.removeSubtree(root)).isEmpty();
    assertThat(tree.size()).isZero();
  }

  @Test
  void session_withoutRelatives_endsAlone() {
    assertThat(tree.removeSubtree(root)).isEmpty();
  }

  /** The link between a session and its remaining relatives may be dead. */
  @Test
  void session_ended_endsThoseWhoseParentIsDead() {
    Object last = root;
    for (int i = 0; i < 50; i++) {
      last = addChild(last);
    }
    awaitSize(2);

    assertThat(tree.removeSubtree(root)).containsExactly(last);
  }

  @Test
  void sessions_equalButNotTheSame_areDistinct() {
    String one = new String("same");
    String other = new String("same");
    tree.addChild(one, root);

    assertThat(tree.removeSubtree(other)).isEmpty();
    assertThat(tree.removeSubtree(one)).containsExactly(root);
  }

  @Test
  void tree_ofDeadSessions_leavesNothing() {
    List<Object> parents = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Object parent = new Object();
      parents.add(parent);
      addChild(parent);
    }
    assertThat(tree.size()).isGreaterThan(0);
    parents.clear();

    awaitSize(0);
  }

  @Test
  void sessions_deadForks_stayOnlyWhileTheySeparateLiveOnes() {
    Object fork = addChild(root);
    Object left = addChild(addChild(fork));
    Object right = addChild(fork);
    fork = null;
    awaitSize(3);
    assertThat(tree.removeSubtree(left)).isEmpty();

    assertThat(tree.removeSubtree(root)).containsExactly(right);
    assertThat(tree.size()).isZero();
  }

  @Test
  void sessions_ofADeadRoot_areUnrelated() {
    Object dead = new Object();
    Object left = addChild(dead);
    Object right = addChild(dead);
    Object below = addChild(right);
    dead = null;
    awaitSize(2);

    assertThat(tree.removeSubtree(left)).isEmpty();
    assertThat(tree.removeSubtree(right)).containsExactly(below);
  }

  @Test
  void session_addedAgain_staysWhereItIs() {
    Object child = addChild(root);
    Object grandchild = addChild(child);
    tree.addChild(root, grandchild);
    tree.addChild(grandchild, root);
    tree.addChild(child, child);

    assertThat(tree.removeSubtree(child)).containsExactly(grandchild);
    assertThat(tree.removeSubtree(root)).isEmpty();
  }

  @Test
  void clear_liveAndDead_givesEachLiveOneItsNearestLiveAncestor() {
    Object child = addChild(root);
    Object last = addChild(addChild(addChild(child)));
    awaitSize(3);
    Map<Object, Object> parents = new IdentityHashMap<>();
    tree.clear((parent, born) -> parents.put(born, parent));

    assertThat(parents).hasSize(2).containsEntry(child, root).containsEntry(last, child);
    assertThat(tree.size()).isZero();
  }

  /**
   * A line of descent is at least as long as the number of resumptions since the last collection.
   */
  @Test
  void descent_longAndAlive_costsEachAdditionTheSame() {
    List<Object> line = new ArrayList<>();
    line.add(root);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          for (int i = 0; i < LONG; i++) {
            line.add(addChild(line.get(i)));
          }
          assertThat(tree.removeSubtree(line.get(1))).hasSize(LONG - 1);
        });
    assertThat(tree.size()).isZero();
  }

  /** Compared with one that keeps every session and searches for the answer. */
  @Test
  void tree_randomAdditionsEndsAndDrops_agreesWithModel() {
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
        Object child = addChild(one);
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
    ended.addAll(tree.removeSubtree(session));
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

  private Object addChild(Object parent) {
    Object child = new Object();
    tree.addChild(parent, child);
    return child;
  }

  private void awaitSize(int size) {
    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(tree.size()).isEqualTo(size);
            });
  }
}
