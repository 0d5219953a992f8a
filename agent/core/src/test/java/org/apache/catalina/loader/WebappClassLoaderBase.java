package org.apache.catalina.loader;

/** As much of Tomcat's class as is used. */
public class WebappClassLoaderBase extends ClassLoader {
  private final byte[] classFile;
  private LifecycleState state = LifecycleState.STARTED;

  /** In Tomcat of {@code org.apache.catalina}. */
  public enum LifecycleState {
    STARTED(true),
    STOPPED(false);

    private final boolean available;

    LifecycleState(boolean available) {
      this.available = available;
    }

    public boolean isAvailable() {
      return available;
    }
  }

  /**
   * @param classFile of the only class that it defines
   */
  public WebappClassLoaderBase(byte[] classFile) {
    super(null);
    this.classFile = classFile.clone();
  }

  @Override
  protected Class<?> findClass(String name) {
    return defineClass(name, classFile, 0, classFile.length);
  }

  public LifecycleState getState() {
    return state;
  }

  public void stop() {
    state = LifecycleState.STOPPED;
  }
}
