package jdk.crac;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The global context, and the two halves of a checkpoint, which a real JVM makes in one step: a
 * test inspects the state in between.
 */
public final class Core {
  private static final Resources GLOBAL = new Resources();

  private Core() {}

  public static Context<Resource> getGlobalContext() {
    return GLOBAL;
  }

  /** How many resources are registered. */
  public static int count() {
    return GLOBAL.all().size();
  }

  public static void checkpoint() throws Exception {
    GLOBAL.beforeCheckpoint(null);
  }

  public static void restore() throws Exception {
    GLOBAL.afterRestore(null);
  }

  /** Holds them weakly, as the real one does. */
  private static final class Resources extends Context<Resource> {
    private final Map<Resource, Boolean> resources = new WeakHashMap<>();

    private synchronized List<Resource> all() {
      return new ArrayList<>(resources.keySet());
    }

    @Override
    public synchronized void register(Resource resource) {
      resources.put(resource, true);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws Exception {
      for (Resource resource : all()) {
        resource.beforeCheckpoint(this);
      }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) throws Exception {
      for (Resource resource : all()) {
        resource.afterRestore(this);
      }
    }
  }
}
