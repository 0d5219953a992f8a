package io.jssekeeper.jmx;

import io.jssekeeper.core.Control;
import io.jssekeeper.core.Core;
import io.jssekeeper.core.Jvm;
import io.jssekeeper.core.Output;
import io.jssekeeper.weave.WeaveReport;
import java.util.function.BooleanSupplier;

/** The MBeans: the keeper's, and one for each session context. */
public final class JmxOutput implements Output {
  private final JmxRegistrar registrar;

  public JmxOutput(Core core, WeaveReport weaves, Control control, Jvm jvm) {
    KeeperBean view = new KeeperBean(core, weaves, control, jvm);
    NotificationWatch watch = new NotificationWatch(core, weaves, control);
    registrar = new JmxRegistrar(view, watch, core.suppressedErrors(), new ServerMade(jvm));
    registrar.measure(core.cpu());
    core.contexts().watch(registrar);
  }

  @Override
  public void start(boolean attached) {
    registrar.start();
  }

  @Override
  public boolean outlivesFailure() {
    return true;
  }

  @Override
  public void stop() throws InterruptedException {
    registrar.stop();
  }

  private static final class ServerMade implements BooleanSupplier {
    private final Jvm jvm;

    ServerMade(Jvm jvm) {
      this.jvm = jvm;
    }

    @Override
    public boolean getAsBoolean() {
      return jvm.isMBeanServerMade();
    }
  }
}
