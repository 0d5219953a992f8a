package io.jssekeeper.channel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A question from the command line to a keeper: the name of an attribute or operation, and
 * arguments. Immutable.
 *
 * <p>Encoded as the number of bytes (four bytes), the protocol version (one), and three values: id,
 * name and list of arguments.
 */
public final class Question {
  /** The maximum length in bytes. */
  public static final int MAX_BYTES = 64 * 1024;

  static final int VERSION = 1;

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final String id;
  private final String name;
  private final List<Object> arguments;

  /**
   * @param id 32 hex digits that cannot be guessed: they are part of the answer file's name
   */
  public Question(String id, String name, List<?> arguments) {
    this.id = id;
    this.name = name;
    this.arguments = Collections.unmodifiableList(new ArrayList<Object>(arguments));
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public List<Object> arguments() {
    return arguments;
  }

  public byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0);
    out.writeByte(VERSION);
    ValueWriter values = new ValueWriter(out);
    values.write(id);
    values.write(name);
    values.write(arguments);
    byte[] all = bytes.toByteArray();
    ByteBuffer.wrap(all).putInt(all.length);
    return all;
  }

  /** Whether these bytes are a complete question, rather than a part written so far. */
  public static boolean isWhole(byte[] bytes) {
    return bytes.length > Integer.BYTES && ByteBuffer.wrap(bytes).getInt() == bytes.length;
  }

  /**
   * @throws IOException if these bytes are not a question
   */
  public static Question of(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    in.readInt();
    int version = in.readUnsignedByte();
    ValueReader values = new ValueReader(in, bytes.length);
    Object id = values.read();
    Object name = values.read();
    Object arguments = values.read();
    boolean isOne =
        version == VERSION
            && id instanceof String
            && ID.matcher((String) id).matches()
            && name instanceof String
            && arguments instanceof List;
    if (!isOne) {
      throw new IOException("no question of version " + VERSION);
    }
    return new Question((String) id, (String) name, (List<?>) arguments);
  }
}
