package io.jssekeeper.weave;

import java.io.IOException;
import java.io.InputStream;
import org.objectweb.asm.Type;

/** Names in the JDK's TLS code, as they appear in class files. */
public final class Names {
  /**
   * A small class of the package that the bootstrap room belongs to; it is not woven. Not a
   * constant, which the compiler would copy into other rooms.
   */
  public static final String ANCHOR = binary("SessionId");

  static final String SSL = "sun/security/ssl/";

  /** The prefix of the bootstrap room's class names. */
  static final String INSIDE = SSL + "Keeper";

  private Names() {}

  /** The name of a class of the TLS package, as in source code. */
  static String binary(String simpleName) {
    return (SSL + simpleName).replace('/', '.');
  }

  /** The descriptor with {@code {X}} replaced by the type {@code X} of the TLS package. */
  static String descriptor(String shorthand) {
    return shorthand.replace("{", "L" + SSL).replace("}", ";");
  }

  /** The simple names of a descriptor's arguments: {@code (Alert,String,boolean,Throwable)}. */
  static String arguments(String descriptor) {
    Type[] types = Type.getArgumentTypes(descriptor);
    StringBuilder text = new StringBuilder("(");
    for (Type type : types) {
      String name = type.getClassName();
      text.append(text.length() > 1 ? "," : "").append(name.substring(name.lastIndexOf('.') + 1));
    }
    return text.append(')').toString();
  }

  /** Whether java.base contains that class, loaded or not. */
  static boolean isInThisJdk(String internalName) {
    try (InputStream classfile =
        Object.class.getModule().getResourceAsStream(internalName + ".class")) {
      return classfile != null;
    } catch (IOException e) {
      return true; // it exists, but cannot be read
    }
  }
}
