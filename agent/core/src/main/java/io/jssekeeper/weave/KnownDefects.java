package io.jssekeeper.weave;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Defects of the JDK's TLS code, recognised by the shape of its classes, whatever their version.
 */
public final class KnownDefects {
  private KnownDefects() {}

  /** One sentence each; empty if this JDK shows none. */
  public static List<String> ofThisJdk() {
    try (InputStream classfile =
        Object.class.getModule().getResourceAsStream(Names.SSL + "SessionTicketExtension.class")) {
      return classfile == null ? List.of() : of(classfile.readAllBytes());
    } catch (IOException e) {
      return List.of();
    }
  }

  /**
   * JDK-8298381: one number for the current ticket key serves all contexts, but each context has
   * separate keys.
   */
  static List<String> of(byte[] ticketExtension) {
    List<String> found = new ArrayList<>();
    new ClassReader(ticketExtension)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public FieldVisitor visitField(
                  int access, String name, String type, String signature, Object value) {
                if (name.equals("currentKeyID") && (access & Opcodes.ACC_STATIC) != 0) {
                  found.add(
                      "JDK-8298381: with two or more server contexts nearly every ticket gets its"
                          + " own key; update the JDK, or set"
                          + " -Djdk.tls.server.enableSessionTicketExtension=false");
                }
                return null;
              }
            },
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found;
  }
}
