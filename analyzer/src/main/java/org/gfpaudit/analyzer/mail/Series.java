package org.gfpaudit.analyzer.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.rules.review.MailedPatch;

/**
 * The patches of mails in the order in which they are meant: series after series, as they first
 * appear, each sorted by its numbers. A series is what answers one mail, or that mail alone;
 * patches that are no mails, without any id, are one series.
 *
 * @param all the series, each with its patches and their texts
 * @param remarks what was left out, as sentences without a period
 */
public record Series(List<List<Entry>> all, List<String> remarks) {
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?is)\\s*(?<reply>(?:re|fwd?|aw|wg)\\s*:)?(?<tags>(?:\\s*\\[[^\\]]*\\])*)(?<title>.*)");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w/])(\\d{1,4})/(\\d{1,4})(?![\\w/])");
  private static final Pattern VERSION =
      Pattern.compile("(?i)(?<!\\w)(?:patch|rfc)?v(\\d{1,3})(?!\\w)");
  private static final Pattern ID = Pattern.compile("<[^<>\\s]+>");

  public Series {
    all = all.stream().map(List::copyOf).toList();
    remarks = List.copyOf(remarks);
  }

  /** The patches of all of them. */
  public List<Entry> patches() {
    return all.stream().flatMap(List::stream).toList();
  }

  /** A patch and its text, with a character for each byte. */
  public record Entry(MailedPatch patch, String text) {}

  /** What a subject says. */
  private record Subject(boolean isReply, int number, int total, int version, String title) {
    static Subject of(String text) {
      Matcher subject = SUBJECT.matcher(text);
      if (!subject.matches()) {
        throw new IllegalStateException("every text is a subject");
      }
      String tags = subject.group("tags");
      Matcher number = NUMBER.matcher(tags);
      boolean hasNumber = number.find();
      Matcher version = VERSION.matcher(tags);
      return new Subject(
          subject.group("reply") != null,
          hasNumber ? Integer.parseInt(number.group(1)) : -1,
          hasNumber ? Integer.parseInt(number.group(2)) : 0,
          version.find() ? Integer.parseInt(version.group(1)) : 1,
          subject.group("title").strip());
    }
  }

  private record Numbered(Mail mail, Subject subject) {}

  /** The mails that belong together. */
  private static final class Group {
    private final List<Numbered> members = new ArrayList<>();
    private String title = "";
    private int version = 1;

    void add(Numbered member) {
      version = member.subject().version();
      // The first of a series names it, for its versions have the same first subject.
      if (title.isEmpty() || member.subject().number() <= lowest()) {
        title = member.subject().title();
      }
      members.add(member);
    }

    private int lowest() {
      return members.stream().mapToInt(each -> each.subject().number()).min().orElse(0);
    }

    boolean has(int number) {
      return number >= 0 && members.stream().anyMatch(m -> m.subject().number() == number);
    }
  }

  /** The patches of {@code mails}; answers and cover letters are none. */
  public static Series of(List<Mail> mails) {
    List<String> remarks = new ArrayList<>();
    Map<String, Group> groups = new LinkedHashMap<>();
    for (Mail mail : mails) {
      Subject subject = Subject.of(mail.headers().subject());
      if (subject.isReply()) {
        continue;
      }
      if (subject.number() == 0 || !mail.hasDiff()) {
        if (subject.number() > 0) {
          remarks.add("'" + mail.headers().subject() + "' in " + mail.source() + " has no diff");
        }
        continue;
      }
      String key = key(mail, subject);
      int copy = 0;
      while (groups.containsKey(key + copy) && group(groups, key + copy).has(subject.number())) {
        copy++;
      }
      group(groups, key + copy).add(new Numbered(mail, subject));
    }
    List<List<Entry>> all = new ArrayList<>();
    for (Group group : groups.values()) {
      int newest = newest(group, groups);
      if (group.version < newest) {
        remarks.add(
            "version "
                + group.version
                + " of '"
                + group.title
                + "' is left out: version "
                + newest
                + " is here");
        continue;
      }
      group.members.sort(Comparator.comparingInt(member -> member.subject().number()));
      all.add(group.members.stream().map(Series::entry).toList());
      int total = group.members.get(0).subject().total();
      if (group.members.size() < total) {
        remarks.add(
            "of the "
                + total
                + " patches of the series of '"
                + group.title
                + "' only "
                + group.members.size()
                + (group.members.size() == 1 ? " is here" : " are here"));
      }
    }
    return new Series(all, remarks);
  }

  private static Group group(Map<String, Group> groups, String key) {
    return groups.computeIfAbsent(key, k -> new Group());
  }

  private static int newest(Group group, Map<String, Group> groups) {
    return groups.values().stream()
        .filter(other -> !other.title.isEmpty() && other.title.equals(group.title))
        .mapToInt(other -> other.version)
        .max()
        .orElse(1);
  }

  /** What the mails of a series have in common: the mail that all of them answer. */
  private static String key(Mail mail, Subject subject) {
    Matcher root = ID.matcher(mail.headers().references() + " " + mail.headers().messageId());
    String thread = root.find() ? root.group() : "";
    return String.join(
        "\0", thread, String.valueOf(subject.version()), String.valueOf(subject.total()), "");
  }

  private static Entry entry(Numbered member) {
    Subject subject = member.subject();
    Mail mail = member.mail();
    String title = subject.title().isEmpty() ? mail.source() : subject.title();
    String number = subject.total() > 0 ? subject.number() + "/" + subject.total() : "";
    return new Entry(
        new MailedPatch(mail.source(), number, title, mail.headers(), List.of()), mail.body());
  }
}
