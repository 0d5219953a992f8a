package io.jssekeeper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** All texts in a class file: every name it uses is among them. */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int INVOKE_DYNAMIC = 18;

  private final String folder;
  private final String room;
  private final String name;
  private final List<String> texts;
  private final boolean linksAtRunTime;

  private ConstantPool(String folder, String name, List<String> texts, boolean linksAtRunTime) {
    this.folder = folder;
    this.linksAtRunTime = linksAtRunTime;
    this.room = Path.of(folder).getName(0).toString();
    this.name = name;
    this.texts = texts;
  }

  static ConstantPool of(Path root, Path file) {
    String simpleName = file.getFileName().toString().replace(".class", "");
    String folder = root.relativize(file.getParent()).toString();
    try {
      byte[] classfile = Files.readAllBytes(file);
      return new ConstantPool(folder, simpleName, texts(classfile), has(classfile, INVOKE_DYNAMIC));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean has(byte[] classfile, int tag) {
    ClassReader reader = new ClassReader(classfile);
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      if (item > 0 && classfile[item - 1] == tag) {
        return true;
      }
    }
    return false;
  }

  private static List<String> texts(byte[] classfile) {
    ClassReader reader = new ClassReader(classfile);
    List<String> texts = new ArrayList<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i); // 0: the second slot of a wide constant
      if (item > 0 && classfile[item - 1] == UTF8) {
        int bytes = reader.readUnsignedShort(item);
        texts.add(new String(classfile, item + 2, bytes, StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  /** The first package below the root package, with all below it; empty for the root itself. */
  String room() {
    return room;
  }

  /** The package below the root package, as a path. */
  String folder() {
    return folder;
  }

  String name() {
    return name;
  }

  /** Whether it has call sites that the JVM links by calling a method, such as lambdas. */
  boolean linksAtRunTime() {
    return linksAtRunTime;
  }

  Stream<MatchResult> matches(Pattern pattern) {
    return texts.stream().flatMap(text -> pattern.matcher(text).results());
  }
}
