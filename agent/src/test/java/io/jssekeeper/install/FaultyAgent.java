package io.jssekeeper.install;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import javax.net.ssl.SSLContext;

/** Installs the keeper with an instrumentation that cannot change loaded classes. */
public final class FaultyAgent {
  private FaultyAgent() {}

  public static void premain(String argument, Instrumentation instrumentation) throws Exception {
    Loopback.allowAnonymous();
    SSLContext.getInstance("TLS"); // makes sure that a loaded class has to be changed
    Installer.install(
        argument,
        (Instrumentation)
            Proxy.newProxyInstance(
                FaultyAgent.class.getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("retransformClasses")) {
                    throw new InternalError("no class changed here");
                  }
                  try {
                    return method.invoke(instrumentation, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                }));
  }
}
