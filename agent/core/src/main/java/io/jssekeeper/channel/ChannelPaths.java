package io.jssekeeper.channel;

/** The paths of a keeper's questions and answers. */
public final class ChannelPaths {
  /** The system property of a JVM that has the path of the file for questions. */
  public static final String PROPERTY = "io.jssekeeper.channel";

  /** Begins the name of each file. */
  public static final String PREFIX = ".jsse-keeper-";

  private ChannelPaths() {}

  /** The file for the answer to a question. */
  public static String answer(String questions, String id) {
    return questions + "-" + id;
  }

  /** That file before it is whole. */
  public static String unfinished(String questions, String id) {
    return answer(questions, id) + "-part";
  }
}
