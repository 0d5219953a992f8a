package io.jssekeeper.bench.weaver;

import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;

import io.jssekeeper.weave.WeaveReport;
import io.jssekeeper.weave.WeaveState;
import io.jssekeeper.weave.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.utility.JavaModule;

/**
 * Weaves the rows of jsse-keeper's table, by its own weaver or by ByteBuddy, and does nothing else.
 *
 * <p>The agent's argument says which: {@code asm} or {@code bytebuddy}. Built and started by
 * weaver-cost; without lambdas, as an agent that is careful of its host's start is written. At its
 * end the JVM names on standard error each method that was woven, so that the script can compare.
 */
public final class WeaverCostAgent {
  private static final String PACKAGE = "sun.security.ssl";

  private WeaverCostAgent() {}

  public static void premain(String which, Instrumentation instrumentation) throws Exception {
    MethodHandles.Lookup inside = open(instrumentation);
    if (which.equals("asm")) {
      for (String name : new String(bytes("io/jssekeeper/inside/classes.txt")).trim().split("\n")) {
        inside.defineClass(bytes("io/jssekeeper/inside/" + name + ".bin"));
      }
      ByAsm.weave(instrumentation);
    } else {
      inside.defineClass(bytes("sun/security/ssl/WeaverCostHook.class"));
      // Else it uses sun.misc.Unsafe, of which newer JDKs warn. To be set before it loads.
      System.setProperty("net.bytebuddy.safe", "true");
      ByByteBuddy.weave(instrumentation);
    }
  }

  /** As io.jssekeeper.bridge.BootstrapClasses does it. */
  private static MethodHandles.Lookup open(Instrumentation instrumentation) throws Exception {
    Set<Module> us = Collections.singleton(WeaverCostAgent.class.getModule());
    Map<String, Set<Module>> toUs = Collections.singletonMap(PACKAGE, us);
    instrumentation.redefineModule(
        Object.class.getModule(), Set.of(), toUs, toUs, Set.of(), Map.of());
    Class<?> neighbour = Class.forName(PACKAGE + ".SessionId", false, null);
    return MethodHandles.privateLookupIn(neighbour, MethodHandles.lookup());
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream in = WeaverCostAgent.class.getResourceAsStream("/" + resource)) {
      return in.readAllBytes();
    }
  }

  /** Names what was woven when the JVM goes down: long after its figures were taken. */
  private abstract static class Epilogue extends Thread {
    abstract Set<String> woven();

    @Override
    public void run() {
      for (String method : woven()) {
        System.err.println("woven " + method);
      }
    }
  }

  /** By jsse-keeper's weaver. Its hooks are connected to nothing, and return at once. */
  private static final class ByAsm extends Epilogue implements WeaveReport.Listener {
    private WeaveReport report;

    static void weave(Instrumentation instrumentation) throws Exception {
      ByAsm it = new ByAsm();
      Weaver weaver = new Weaver(it);
      it.report = weaver.report();
      weaver.weave(instrumentation);
      Runtime.getRuntime().addShutdownHook(it);
    }

    @Override
    public void off(WeaveState state) {
      System.err.println(state.point() + " is off: " + state.detail());
    }

    @Override
    Set<String> woven() {
      Set<String> points = new TreeSet<>();
      for (WeaveState state : report.states()) {
        if (state.state() == WeaveState.State.ACTIVE) {
          points.add(state.point());
        }
      }
      return points;
    }
  }

  /** By ByteBuddy's AgentBuilder and Advice: unneeded work switched off where it has a switch. */
  private static final class ByByteBuddy extends Epilogue {
    private final Set<String> woven = new ConcurrentSkipListSet<>();

    static void weave(Instrumentation instrumentation) {
      ByByteBuddy it = new ByByteBuddy();
      AgentBuilder agent =
          new AgentBuilder.Default(new ByteBuddy().with(TypeValidation.DISABLED))
              .disableClassFormatChanges()
              .ignore(not(nameStartsWith(PACKAGE + ".")))
              .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
              .with(new Failures());
      for (Row[] rows : TABLE) {
        agent =
            agent.type(named(PACKAGE + "." + rows[0].owner)).transform(new Weave(rows, it.woven));
      }
      agent.installOn(instrumentation);
      Runtime.getRuntime().addShutdownHook(it);
    }

    @Override
    Set<String> woven() {
      return woven;
    }
  }

  private static final class Failures extends AgentBuilder.Listener.Adapter {
    @Override
    public void onError(String type, ClassLoader l, JavaModule m, boolean loaded, Throwable t) {
      System.err.println(type + " is off: " + t);
    }
  }

  /** The advice of one class's rows. */
  private static final class Weave implements AgentBuilder.Transformer {
    private final Row[] rows;
    private final Set<String> woven;

    Weave(Row[] rows, Set<String> woven) {
      this.rows = rows;
      this.woven = woven;
    }

    @Override
    public DynamicType.Builder<?> transform(
        DynamicType.Builder<?> builder,
        TypeDescription type,
        ClassLoader loader,
        JavaModule module,
        ProtectionDomain domain) {
      for (Row row : rows) {
        builder = builder.visit(Advice.to(row.advice).on(new Is(row, woven)));
      }
      return builder;
    }
  }

  private static final class Is implements ElementMatcher<MethodDescription> {
    private final Row row;
    private final Set<String> woven;

    Is(Row row, Set<String> woven) {
      this.row = row;
      this.woven = woven;
    }

    @Override
    public boolean matches(MethodDescription method) {
      boolean is =
          method.getInternalName().equals(row.method) && arguments(method).equals(row.arguments);
      if (is) {
        woven.add(row.owner + "." + row.method + row.arguments);
      }
      return is;
    }

    private static String arguments(MethodDescription method) {
      StringBuilder text = new StringBuilder();
      for (TypeDescription type : method.getParameters().asTypeList().asErasures()) {
        String name = type.getActualName();
        text.append(text.length() > 0 ? "," : "").append(name.substring(name.lastIndexOf('.') + 1));
      }
      return "(" + text + ")";
    }
  }

  private static final String CONTEXT = "SSLSessionContextImpl";
  private static final String HELLO = "ClientHello$";
  private static final String CONSUME =
      "ClientHelloConsumer.consume(ConnectionContext,SSLHandshake$HandshakeMessage)";

  private static final String TICKET = "NewSessionTicket$";
  private static final String CONSUME_TICKET =
      "NewSessionTicketConsumer.consume(ConnectionContext,ByteBuffer)";

  /** The same methods as in io.jssekeeper.weave.WeaveTable, by class. */
  private static final Row[][] TABLE = {
    {
      new Row("SSLContextImpl.engineGetClientSessionContext()", Result.class),
      new Row("SSLContextImpl.engineGetServerSessionContext()", Result.class),
      new Row("SSLContextImpl.<init>()", Exit.class)
    },
    {
      new Row(CONTEXT + ".setSessionTimeout(int)", Exit.class),
      new Row(CONTEXT + ".setSessionCacheSize(int)", Exit.class),
      new Row(CONTEXT + ".get(byte[])", ResultAndThis.class),
      new Row(CONTEXT + ".get(String,int)", ResultAndThis.class)
    },
    {
      new Row("SSLSessionImpl.addChild(SSLSessionImpl)", ExitWithArgument.class),
      new Row("SSLSessionImpl.invalidate()", Exit.class),
      new Row("SSLSessionImpl.<init>(HandshakeContext,ByteBuffer)", Exit.class)
    },
    {
      new Row(TICKET + "T12" + CONSUME_TICKET, EntryWithTwo.class),
      new Row(TICKET + "T12" + CONSUME_TICKET, Exit.class)
    },
    {
      new Row(TICKET + "T13" + CONSUME_TICKET, EntryWithTwo.class),
      new Row(TICKET + "T13" + CONSUME_TICKET, Exit.class)
    },
    {new Row("HandshakeContext.<init>(SSLContextImpl,TransportContext)", Exit.class)},
    {
      new Row(
          HELLO + "ClientHelloKickstartProducer.produce(ConnectionContext)", ExitWithArgument.class)
    },
    {new Row(HELLO + "T12" + CONSUME, EntryWithTwo.class)},
    {new Row(HELLO + "T13" + CONSUME, EntryWithTwo.class)},
    {
      new Row("TransportContext.finishHandshake()", Entry.class),
      new Row("TransportContext.fatal(Alert,String,boolean,Throwable)", EntryWithFour.class)
    },
  };

  private static final class Row {
    final String owner;
    final String method;
    final String arguments;
    final Class<?> advice;

    Row(String point, Class<?> advice) {
      int dot = point.indexOf('.');
      int arguments = point.indexOf('(');
      this.owner = point.substring(0, dot);
      this.method = point.substring(dot + 1, arguments);
      this.arguments = point.substring(arguments);
      this.advice = advice;
    }
  }

  // What is inlined into the JDK's methods: one call of a static method each.

  private static final class Entry {
    @Advice.OnMethodEnter
    static void enter(@Advice.This Object self) {
      WeaverCostHook.called(self);
    }
  }

  private static final class EntryWithTwo {
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) Object a, @Advice.Argument(1) Object b) {
      WeaverCostHook.called(a, b);
    }
  }

  private static final class EntryWithFour {
    @Advice.OnMethodEnter
    static void enter(
        @Advice.This Object self,
        @Advice.Argument(0) Object a,
        @Advice.Argument(1) Object b,
        @Advice.Argument(3) Object d) {
      WeaverCostHook.called(self, a, b, d);
    }
  }

  private static final class Exit {
    @Advice.OnMethodExit
    static void exit(@Advice.This Object self) {
      WeaverCostHook.called(self);
    }
  }

  private static final class ExitWithArgument {
    @Advice.OnMethodExit
    static void exit(@Advice.Argument(0) Object a) {
      WeaverCostHook.called(a);
    }
  }

  private static final class Result {
    @Advice.OnMethodExit
    static void exit(@Advice.Return Object result) {
      WeaverCostHook.called(result);
    }
  }

  private static final class ResultAndThis {
    @Advice.OnMethodExit
    static void exit(@Advice.Return Object result, @Advice.This Object self) {
      WeaverCostHook.called(result, self);
    }
  }
}
