package io.jssekeeper.channel;

/** The paths of a keeper's questions and answers. */
public final class ChannelPaths {
  /** The system property with the path of the file for questions. */
  public static final String PROPERTY = "io.jssekeeper.channel";

  /** The prefix of each file's name. */
  public static final String PREFIX = ".jsse-keeper-";

  private ChannelPaths() {}

  /** The file for the answer to a question. */
  public static String answer(String questions, String id) {
    return questions + "-" + id;
  }

  /** That file until it is complete. */
  public static String unfinished(String questions, String id) {
    return answer(questions, id) + "-part";
  }
}
