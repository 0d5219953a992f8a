package io.jssekeeper.it.harness;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassType;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The bytecode that a running JVM has at this moment, as its debug interface reports it: no agent
 * is involved, and no class is transformed for it.
 */
public final class LiveCode {
  private static final int MAGIC = 0xcafebabe;
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int SUPER = 0x20;
  private static final int MUCH = 0xffff;

  /**
   * Only the order of a constant pool may differ, which another version of a class need not
   * preserve.
   */
  private static final Pattern INDEX = Pattern.compile("#\\d+(, +\\d+)?");

  private final int port;

  private LiveCode(int port) {
    this.port = port;
  }

  /** For a JVM that has yet to be started. */
  public static LiveCode atFreePort() {
    return new LiveCode(HttpGet.freePort());
  }

  /** The flags with which that JVM must be started. */
  public String flag() {
    return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,quiet=y,address=127.0.0.1:"
        + port;
  }

  /**
   * The code of each loaded class of a package, by class name.
   *
   * @param packageName with dots
   */
  public Map<String, String> of(Jdk jdk, String packageName) {
    VirtualMachine machine = attach();
    try {
      Path folder = Files.createTempDirectory(Settings.work(), "code");
      Map<String, Path> files = new TreeMap<>();
      for (ReferenceType type : machine.allClasses()) {
        if (type instanceof ClassType loaded
            && loaded.isPrepared()
            && loaded.name().startsWith(packageName + ".")
            && loaded.name().indexOf('/') < 0) {
          Path file = folder.resolve(files.size() + ".class");
          Files.write(file, classFile(loaded));
          files.put(loaded.name(), file);
        }
      }
      return texts(jdk, files);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      machine.dispose();
    }
  }

  private VirtualMachine attach() {
    for (AttachingConnector connector : Bootstrap.virtualMachineManager().attachingConnectors()) {
      if (connector.transport().name().equals("dt_socket")) {
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(Integer.toString(port));
        try {
          return connector.attach(arguments);
        } catch (IOException | com.sun.jdi.connect.IllegalConnectorArgumentsException failed) {
          throw new IllegalStateException("no debug interface at " + port, failed);
        }
      }
    }
    throw new IllegalStateException("no connector for sockets");
  }

  private static Map<String, String> texts(Jdk jdk, Map<String, Path> files) {
    Map<String, String> texts = new TreeMap<>();
    List<String> line = new ArrayList<>(List.of(jdk.tool("javap").toString(), "-p", "-c"));
    files.values().forEach(file -> line.add(file.toString()));
    String current = "";
    for (String text : Command.run(line).lines()) {
      if (text.contains("class ") && text.endsWith("{")) {
        current = text.substring(text.indexOf("class ") + 6).split("[ <]")[0];
      }
      texts.merge(current, INDEX.matcher(text).replaceAll("#"), (all, next) -> all + "\n" + next);
    }
    return texts;
  }

  /** Reads just enough of a class file to find its methods. */
  private static byte[] classFile(ClassType type) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    int more = type.constantPoolCount();
    out.writeInt(MAGIC);
    out.writeShort(type.minorVersion());
    out.writeShort(type.majorVersion());
    List<Method> methods = withCode(type);
    out.writeShort(more + 5 + 2 * methods.size());
    out.write(type.constantPool());
    utf8(out, "Code");
    utf8(out, type.name().replace('.', '/'));
    out.writeByte(CLASS);
    out.writeShort(more + 1);
    utf8(out, "java/lang/Object");
    out.writeByte(CLASS);
    out.writeShort(more + 3);
    for (Method method : methods) {
      utf8(out, method.name());
      utf8(out, method.signature());
    }
    out.writeShort(SUPER); // nested classes have modifiers that a class file lacks
    out.writeShort(more + 2);
    out.writeShort(more + 4);
    out.writeShort(0); // interfaces
    out.writeShort(0); // fields
    out.writeShort(methods.size());
    for (int i = 0; i < methods.size(); i++) {
      method(out, methods.get(i), more, more + 5 + 2 * i);
    }
    out.writeShort(0); // attributes
    return bytes.toByteArray();
  }

  private static List<Method> withCode(ClassType type) {
    return type.methods().stream()
        .filter(method -> !method.isAbstract() && !method.isNative())
        .toList();
  }

  private static void method(DataOutputStream out, Method method, int codeWord, int nameIndex)
      throws IOException {
    byte[] code = method.bytecodes();
    out.writeShort(method.modifiers() & MUCH);
    out.writeShort(nameIndex);
    out.writeShort(nameIndex + 1);
    out.writeShort(1); // attributes
    out.writeShort(codeWord);
    out.writeInt(12 + code.length);
    out.writeShort(MUCH); // stack
    out.writeShort(MUCH); // local variables
    out.writeInt(code.length);
    out.write(code);
    out.writeShort(0); // exceptions
    out.writeShort(0); // attributes
  }

  private static void utf8(DataOutputStream out, String text) throws IOException {
    out.writeByte(UTF8);
    out.writeUTF(text);
  }
}
