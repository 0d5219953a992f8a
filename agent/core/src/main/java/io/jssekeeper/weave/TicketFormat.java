package io.jssekeeper.weave;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A hash of what this JDK writes into a stateless ticket. JDKs with different formats cannot read
 * each other's tickets, and in TLS 1.2 a ticket that decrypts but is not understood fails the
 * connection.
 *
 * <p>Computed from the calls, fields and numbers in {@code SSLSessionImpl.write()} and the numbers
 * in {@code SessionTicketSpec.encrypt}, in the JDK's class files.
 */
public final class TicketFormat {
  private static final String SESSION = Names.SSL + "SSLSessionImpl";
  private static final String TICKET = Names.SSL + "SessionTicketExtension$SessionTicketSpec";

  private TicketFormat() {}

  /** Reads a class of a JDK. */
  interface ClassFiles {
    /**
     * @return null if there is no such class
     */
    InputStream open(String internalName) throws IOException;
  }

  /** 32 bytes; empty if there are no stateless tickets, or their format is unknown. */
  public static Optional<byte[]> ofThisJdk() {
    return of(new ThisJdk());
  }

  static Optional<byte[]> of(ClassFiles jdk) {
    try {
      Digest digest = new Digest();
      digest.add(jdk, SESSION, "write", true);
      digest.add(jdk, TICKET, "encrypt", false);
      return digest.methods == 2 ? Optional.of(digest.sha256.digest()) : Optional.empty();
    } catch (IOException | NoSuchAlgorithmException e) {
      return Optional.empty();
    }
  }

  private static final class ThisJdk implements ClassFiles {
    @Override
    public InputStream open(String internalName) throws IOException {
      return Object.class.getModule().getResourceAsStream(internalName + ".class");
    }
  }

  private static final class Digest {
    private final MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    private int methods;

    Digest() throws NoSuchAlgorithmException {}

    void add(ClassFiles jdk, String owner, String method, boolean calls) throws IOException {
      try (InputStream classfile = jdk.open(owner)) {
        if (classfile != null) {
          new ClassReader(classfile)
              .accept(
                  new Search(this, method, calls),
                  ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
      }
    }

    void add(String text) {
      sha256.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static final class Search extends ClassVisitor {
    private final Digest digest;
    private final String method;
    private final boolean calls;

    Search(Digest digest, String method, boolean calls) {
      super(Opcodes.ASM9);
      this.digest = digest;
      this.method = method;
      this.calls = calls;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      if (!name.equals(method) || !descriptor.endsWith(")[B")) {
        return null;
      }
      digest.methods++;
      digest.add(method);
      return new Body(digest, calls);
    }
  }

  private static final class Body extends MethodVisitor {
    private final Digest digest;
    private final boolean calls;

    Body(Digest digest, boolean calls) {
      super(Opcodes.ASM9);
      this.digest = digest;
      this.calls = calls;
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      if (opcode != Opcodes.NEWARRAY) {
        digest.add("number " + operand);
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof Integer) {
        digest.add("number " + value);
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (calls) {
        digest.add("call " + owner + "." + name + descriptor);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (calls) {
        digest.add("field " + owner + "." + name + ":" + descriptor);
      }
    }
  }
}
