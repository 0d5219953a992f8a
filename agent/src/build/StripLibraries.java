import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Removes the names of local variables, which only a debugger reads, from the libraries' classes in
 * the agent's jar: a JVM that loads them copies and checks these, too. Line numbers stay. The build
 * runs it from this source; what it writes depends on the jar only.
 */
final class StripLibraries {
  private static final String LIBRARIES = "io/jssekeeper/shaded/";

  private StripLibraries() {}

  /** The jar. */
  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    Path smaller = jar.resolveSibling(jar.getFileName() + ".stripped");
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(smaller))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        to.putNextEntry(copy);
        to.write(isOfLibrary(entry.getName()) ? stripped(bytes) : bytes);
        to.closeEntry();
      }
    }
    Files.move(smaller, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isOfLibrary(String name) {
    return name.startsWith(LIBRARIES) && name.endsWith(".class");
  }

  private static byte[] stripped(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(new WithoutVariables(writer), 0);
    return writer.toByteArray();
  }

  private static final class WithoutVariables extends ClassVisitor {
    WithoutVariables(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitLocalVariable(
            String variable, String type, String generic, Label start, Label end, int index) {
          // Left out.
        }
      };
    }
  }
}
