package io.jssekeeper.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.channel.ChannelPaths;
import io.jssekeeper.channel.PrivateFile;
import io.jssekeeper.channel.Question;
import io.jssekeeper.channel.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final int NOBODY = 65_534;

  @TempDir private Path folder;
  private Path questions;
  private Mailbox mailbox;
  private byte[] bytes;

  @BeforeEach
  void make() throws IOException {
    questions = folder.resolve("questions");
    mailbox = new Mailbox(questions.toString());
    bytes = new Question(ID, "State", List.of()).bytes();
  }

  @Test
  void question_isTakenOnce_andItsAnswerIsItsOwnersAlone() throws IOException {
    assertThat(mailbox.isRung()).isFalse();
    put(bytes);
    assertThat(mailbox.isRung()).isTrue();
    Question question = mailbox.take();
    assertThat(question.name()).isEqualTo("State");
    assertThat(files()).isEmpty();

    mailbox.answer(question, Verdict.DONE, "on");
    Path answer = Path.of(ChannelPaths.answer(questions.toString(), ID));
    assertThat(files()).containsExactly(answer);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(answer)))
        .isEqualTo("rw-------");
    assertThat(mailbox.hasUnread()).isTrue();
    Files.delete(answer);
    mailbox.clear(false);
    assertThat(mailbox.hasUnread()).isFalse();
  }

  @Test
  void question_incomplete_waitsAndIsDropped() throws IOException {
    put(Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(mailbox.take()).isNull();
    assertThat(mailbox.isRung()).isTrue();

    awaitGone();
  }

  @Test
  void question_thatMakesNoSense_goes() throws IOException {
    bytes[Integer.BYTES] = 99;
    put(bytes);
    Awaitility.await()
        .untilAsserted(
            () -> {
              assertThat(mailbox.take()).isNull();
              assertThat(mailbox.isRung()).isFalse();
            });
  }

  @Test
  void question_thatIsALink_isNotFollowed() throws IOException {
    Path elsewhere = Files.write(folder.resolve("elsewhere"), bytes);
    Files.createSymbolicLink(questions, elsewhere);
    assertThat(mailbox.take()).isNull();

    awaitGone();
    assertThat(elsewhere).hasBinaryContent(bytes);
  }

  @Test
  void question_ofAnotherUser_isNotTaken() throws IOException {
    put(bytes);
    try {
      PrivateFile.give(questions, NOBODY);
    } catch (IOException e) {
      Assumptions.abort("only root can give a file to another user");
    }
    assertThat(mailbox.take()).isNull();

    awaitGone();
  }

  @Test
  void question_thatIsTooLong_isNotTaken() throws IOException {
    put(new Question(ID, "set", List.of("x".repeat(Question.MAX_BYTES))).bytes());
    assertThat(mailbox.take()).isNull();

    awaitGone();
  }

  @Test
  void answer_thatIsNotRead_goesAtTheEnd() throws IOException {
    put(bytes);
    mailbox.answer(mailbox.take(), Verdict.DONE, "on");
    mailbox.clear(false);
    assertThat(files()).hasSize(1);
    mailbox.clear(true);

    assertThat(files()).isEmpty();
  }

  @Test
  void answer_thatCannotBeWritten_leavesNothing() throws IOException {
    put(bytes);
    Question question = mailbox.take();
    try {
      mailbox.answer(question, Verdict.DONE, new Object());
    } catch (IllegalArgumentException e) {
      assertThat(files()).isEmpty();
      return;
    }
    throw new AssertionError("no plain value was written");
  }

  private void put(byte[] content) throws IOException {
    Files.write(questions, content);
  }

  private void awaitGone() {
    Awaitility.await()
        .untilAsserted(
            () -> {
              assertThat(mailbox.take()).isNull();
              assertThat(Files.exists(questions, LinkOption.NOFOLLOW_LINKS)).isFalse();
            });
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
