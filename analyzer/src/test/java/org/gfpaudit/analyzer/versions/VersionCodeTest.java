package org.gfpaudit.analyzer.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionCodeTest {

  @ParameterizedTest
  @CsvSource({
    "6.1, 6, 1, 0",
    "6.1.192, 6, 1, 192",
    "v7.2-rc1, 7, 2, 0",
    "5.14.0-427.el9, 5, 14, 0",
    "4.19.300, 4, 19, 255",
  })
  void releasesHaveACode(String release, int major, int minor, int sublevel) {
    assertEquals(VersionCode.of(major, minor, sublevel), VersionCode.ofRelease(release));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "6", "banana", "6.x", "99999.1"})
  void otherTextHasNone(String text) {
    assertThrows(IllegalArgumentException.class, () -> VersionCode.ofRelease(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KERNEL_VERSION(6, 1, 0)",
        "KERNEL_VERSION ( 6,1,0 )",
        "((KERNEL_VERSION(6,1,0)))",
        "0x60100",
        "393472",
        "( 393472UL )",
      })
  void operandsInEveryFormAreOneRelease(String operand) {
    assertEquals(Optional.of(VersionCode.of(6, 1, 0)), VersionCode.ofOperand(operand));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KERNEL_VERSION(6, 1)",
        "KERNEL_VERSION(6, X, 0)",
        "RHEL_RELEASE_VERSION(8, 4)",
        "KERNEL_VERSION(6, 1, 0) + 1",
        "99999999999",
        "010",
        "",
      })
  void otherOperandsAreUnknown(String operand) {
    assertEquals(Optional.empty(), VersionCode.ofOperand(operand));
  }

  @Test
  void aReleaseIsWrittenAsPeopleAndCWriteIt() {
    assertEquals("6.1", VersionCode.of(6, 1, 0).release());
    assertEquals("6.1.7", VersionCode.of(6, 1, 7).release());
    assertEquals("KERNEL_VERSION(6, 1, 7)", VersionCode.of(6, 1, 7).call());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "LINUX_VERSION_CODE >= KERNEL_VERSION(6,1,0);         6.1",
        "LINUX_VERSION_CODE < KERNEL_VERSION(6,1,0);          6.1",
        "KERNEL_VERSION(6,1,0) > LINUX_VERSION_CODE;          6.1",
        "(LINUX_VERSION_CODE) > (KERNEL_VERSION(6,1,0));      6.1.1",
        "LINUX_VERSION_CODE <= KERNEL_VERSION(6,1,0);         6.1.1",
        "LINUX_VERSION_CODE == KERNEL_VERSION(6,1,0);         6.1 6.1.1",
        "LINUX_VERSION_CODE != KERNEL_VERSION(6,1,0);         6.1 6.1.1",
        "RHEL_RELEASE_CODE >= KERNEL_VERSION(6,1,0);          ''",
        "LINUX_VERSION_CODE_OLD >= KERNEL_VERSION(6,1,0);     ''",
        "LINUX_VERSION_CODE >> 8 >= KERNEL_VERSION(6,1,0);    ''",
      })
  void answersChangeWhereTheyAreSaidTo(String comparison, String releases) {
    PresenceCondition condition = PresenceCondition.parse(comparison);
    List<String> boundaries =
        condition.atoms().stream()
            .flatMap(atom -> VersionQuestion.boundaries(atom).stream())
            .map(VersionCode::release)
            .toList();
    assertEquals(releases, String.join(" ", boundaries));
    for (String release : boundaries) {
      VersionCode at = VersionCode.ofRelease(release);
      VersionCode before = new VersionCode(at.code() - 1);
      assertEquals(
          VersionQuestion.given(condition, before).not(), VersionQuestion.given(condition, at));
    }
  }
}
