package io.jssekeeper.install;

import io.jssekeeper.bridge.HookConnection;
import io.jssekeeper.core.Presence;
import java.util.EnumSet;
import java.util.Set;

/**
 * The steps of a detach, in order. Constants with bodies are class files, not call sites: a call
 * site that is linked while the heap is full can never be called, and a full heap may be why the
 * keeper detaches.
 */
enum DetachStep {
  SELF_CHECK {
    @Override
    void take(Installation installation) throws Exception {
      installation.selfCheck.stop();
    }
  },
  CLASSES {
    @Override
    void take(Installation installation) {
      installation.classes.stop();
    }
  },
  ADOPT_NO_MORE {
    @Override
    void take(Installation installation) {
      HookConnection.adoptNoMore();
    }
  },
  CONTEXTS {
    @Override
    void take(Installation installation) {
      installation.releaseContexts();
    }
  },
  WEAVES {
    @Override
    void take(Installation installation) throws Exception {
      installation.weaver.unweave(installation.instrumentation);
    }
  },
  /** A hook may have adopted one in the meantime. */
  LATE_CONTEXTS {
    @Override
    void take(Installation installation) {
      installation.releaseContexts();
    }
  },
  CHILD_SESSIONS {
    @Override
    void take(Installation installation) {
      HookConnection.returnChildren(installation.core.contexts().sessionTree());
    }
  },
  HOOKS {
    @Override
    void take(Installation installation) {
      HookConnection.close();
    }
  },
  /** No hook adds one to JSSE's any more. */
  SHARED_KEYS {
    @Override
    void take(Installation installation) {
      installation.core.ticketKeys().stop();
    }
  },
  CORE {
    @Override
    void take(Installation installation) {
      installation.core.stop();
    }
  },
  OUTPUTS {
    @Override
    void take(Installation installation) {
      installation.outputs.stop(false);
    }
  },
  /** From here on only if the keeper is detached for good. */
  OUTPUTS_OF_FAILURE {
    @Override
    void take(Installation installation) {
      installation.outputs.stop(true);
    }
  },
  DETACH_HANDLER {
    @Override
    void take(Installation installation) {
      HookConnection.onDetach(null);
    }
  },
  ANNOUNCEMENT {
    @Override
    void take(Installation installation) {
      Presence.remove();
    }
  };

  /** Until the application runs on plain JSSE. */
  static Set<DetachStep> removal() {
    return EnumSet.range(SELF_CHECK, OUTPUTS);
  }

  /** Everything that remains then. */
  static Set<DetachStep> afterRemoval() {
    return EnumSet.range(OUTPUTS_OF_FAILURE, ANNOUNCEMENT);
  }

  abstract void take(Installation installation) throws Exception;
}
