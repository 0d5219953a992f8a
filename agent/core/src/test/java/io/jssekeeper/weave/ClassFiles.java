package io.jssekeeper.weave;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** Class files, wherever they come from. */
final class ClassFiles {
  private ClassFiles() {}

  /** One of the running JDK's module {@code java.base}, by its internal name. */
  static byte[] ofJdk(String name) {
    try (InputStream stream = Object.class.getModule().getResourceAsStream(name + ".class")) {
      if (stream == null) {
        throw new IllegalArgumentException("this JDK has no " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One of the bootstrap room, under its name in the sources. */
  static ClassNode inside(String simpleName) throws IOException {
    String resource = Names.SSL + simpleName + ".class";
    try (InputStream stream = ClassLoader.getSystemResourceAsStream(resource)) {
      ClassNode node = new ClassNode();
      new ClassReader(stream).accept(node, 0);
      return node;
    }
  }

  /** The bootstrap room's classes that woven code calls. */
  static List<ClassNode> hooks() throws IOException {
    Set<String> names = new TreeSet<>();
    for (WeavePoint row : WeaveTable.rows()) {
      names.add(row.hookOwner.substring(Names.SSL.length()));
    }
    List<ClassNode> hooks = new ArrayList<>();
    for (String name : names) {
      hooks.add(inside(name));
    }
    return hooks;
  }

  /** A verifier's complaints; empty if the class is correct. */
  static String complaints(byte[] classfile) {
    StringWriter complaints = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(classfile),
        ClassFiles.class.getClassLoader(),
        false,
        new PrintWriter(complaints));
    return complaints.toString();
  }
}
