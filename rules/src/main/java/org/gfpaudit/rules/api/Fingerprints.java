package org.gfpaudit.rules.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.FindingName;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Flagged;

/**
 * Fingerprints and ids of the findings of one run. A fingerprint is a hash over the rule, the file,
 * the function, the name that is called there, the {@linkplain MaskShape shapes} of the mask
 * argument and of the masks that reach it, and the ordinal among findings that agree in all of
 * these.
 *
 * <p>An id is {@code G} and the first eight digits of the fingerprint: short enough to be typed.
 * Should two findings of one run agree in these, the later one takes the next free number, so ids
 * are unique within a run.
 *
 * <p>An instance must be asked in the order of the places. It is confined to one thread.
 */
public final class Fingerprints {
  /** Part of every hash: grows when what is hashed changes. */
  private static final String FORM = "1";

  private static final int BYTES = 16;

  private final Map<String, Integer> ordinals = new HashMap<>();
  private final Set<Integer> taken = new HashSet<>();
  private final MessageDigest digest;

  public Fingerprints() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /**
   * The name of the next finding of {@code rule} at {@code flagged}.
   *
   * @param named what the place names: the function that is called there, which need not be the one
   *     the mask reaches in the end
   * @param masks what reaches it, as written where it enters; in any order
   */
  public FindingName next(String rule, Flagged flagged, String named, List<String> masks) {
    List<String> parts = new ArrayList<>();
    parts.add(FORM);
    parts.add(rule);
    parts.add(flagged.place().function());
    parts.add(named);
    parts.add(MaskShape.of(flagged.mask()));
    masks.stream().map(MaskShape::of).distinct().sorted().forEach(parts::add);
    String content = String.join("\0", parts);
    String whole = content + "\0\0" + flagged.place().file();
    int ordinal = ordinals.merge(whole, 1, Integer::sum) - 1;
    Fingerprint fingerprint =
        new Fingerprint(hash(whole + "\0\0" + ordinal), hash(content + "\0\0" + ordinal));
    return new FindingName(id(fingerprint), fingerprint);
  }

  /**
   * Findings of several runs over one program, as those of one run: where two runs gave one
   * fingerprint to two places, the later place gets another, and all ids are unique.
   *
   * @param findings in the order of their places
   */
  public static List<Finding> distinct(List<Finding> findings) {
    Fingerprints names = new Fingerprints();
    List<Finding> result = new ArrayList<>();
    for (Finding finding : findings) {
      Fingerprint told = finding.fingerprint();
      int ordinal = names.ordinals.merge(told.whole(), 1, Integer::sum) - 1;
      Fingerprint own =
          ordinal == 0
              ? told
              : new Fingerprint(names.hash(told.whole() + "\0" + ordinal), told.content());
      result.add(finding.named(new FindingName(names.id(own), own)));
    }
    return result;
  }

  private String id(Fingerprint fingerprint) {
    int number = Integer.parseUnsignedInt(fingerprint.whole().substring(0, 8), 16);
    while (!taken.add(number)) {
      number++;
    }
    return String.format("G%08x", number);
  }

  private String hash(String text) {
    byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }
}
