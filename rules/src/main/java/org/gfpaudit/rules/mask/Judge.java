package org.gfpaudit.rules.mask;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.mask.SiteContext.Creation;

/**
 * Turns a mask and its context into a verdict. A pure function.
 *
 * <p>Each path is judged by itself by the terms that may set FS or IO. The verdict of the site is
 * the worst of all paths, but for two cases. Derived on some paths and hardcoded with FS or IO on
 * others is {@link Verdict#PARTIAL}. Hardcoded on some paths and re-added on others is {@link
 * Verdict#RE_ADDED}, because the code did ask a mapping and chose to overrule it.
 */
public final class Judge {
  private static final String NEVER_USED = "nothing is created here, the mask is never used";
  private static final String SOMETIMES_USED = "nothing is created where FGP_CREAT is not set";

  /** How many constants, reasons or fields a note lists before it says that there are more. */
  private static final int MAX_LISTED = 3;

  private final MaskBits bits;
  private final BitNames names;

  /**
   * @param names writes masks in notes
   */
  public Judge(BitNames names) {
    this.bits = MaskBits.of(names);
    this.names = names;
  }

  /** The verdict on {@code value} as the mask argument of a call in {@code context}. */
  public Judgement judge(MaskValue value, SiteContext context) {
    return judge(value, context, List.of());
  }

  /**
   * As {@link #judge(MaskValue, SiteContext)}.
   *
   * @param parameterNames of the function the call stands in, for notes; may be incomplete
   */
  public Judgement judge(MaskValue value, SiteContext context, List<String> parameterNames) {
    MaskValue effective = value.without(context.cleared());
    Map<Verdict, List<Alternative>> paths = new EnumMap<>(Verdict.class);
    for (Alternative alternative : effective.alternatives()) {
      paths
          .computeIfAbsent(verdictOf(alternative, context), verdict -> new ArrayList<>())
          .add(alternative);
    }
    Verdict verdict = combine(paths);
    List<String> foreign =
        verdict == Verdict.WRONG_MAPPING
            ? paths.getOrDefault(Verdict.WRONG_MAPPING, List.of()).stream()
                .flatMap(path -> foreignTerms(path, context))
                .filter(this::maySetFsOrIo)
                .flatMap(Judge::mappings)
                .map(path -> path.text(parameterNames))
                .distinct()
                .sorted()
                .toList()
            : List.of();
    String note =
        verdict == Verdict.WRONG_MAPPING
            ? wrongMappingNote(foreign, context, parameterNames)
            : note(verdict, paths, context);
    SortedSet<Origin> culprits = culprits(verdict, paths, context);
    return new Judgement(
        verdict,
        withUse(note, verdict, context.creation()),
        hardcodesFs(effective),
        context.creation() != Creation.NO,
        culprits.isEmpty() ? value.origins() : culprits,
        foreign);
  }

  private static String withUse(String note, Verdict verdict, Creation creation) {
    if (creation == Creation.NO && verdict == Verdict.HARDCODED_WEAK) {
      return NEVER_USED;
    }
    if (creation == Creation.MAYBE && verdict != Verdict.DERIVED) {
      return note.isEmpty() ? SOMETIMES_USED : note + "; " + SOMETIMES_USED;
    }
    return note;
  }

  private static String wrongMappingNote(
      List<String> foreign, SiteContext context, List<String> parameterNames) {
    String here = list(context.mappings().stream().map(path -> path.text(parameterNames)));
    return "the mask is that of " + list(foreign.stream()) + ", the page goes into " + here;
  }

  /**
   * The worst that one of the terms makes of the path. A constant counts before an unknown term,
   * because what it sets is certain; but not one without FS before a term that may set FS.
   */
  private Verdict verdictOf(Alternative path, SiteContext context) {
    SortedSet<Verdict> verdicts = new TreeSet<>();
    boolean isBounded = terms(path, TermKind.BOUNDED).findAny().isPresent();
    boolean isHandedIn = terms(path, TermKind.HANDED_IN).findAny().isPresent();
    Bits constant = constantBits(path).and(bits.fsOrIo());
    if (!constant.isEmpty()) {
      verdicts.add(ofConstant(constant, isBounded, context));
    }
    if (terms(path, TermKind.UNKNOWN).anyMatch(this::maySetFsOrIo)) {
      verdicts.add(context.creation() == Creation.NO ? Verdict.HARDCODED_WEAK : Verdict.UNKNOWN);
    }
    if (terms(path, TermKind.HANDED_IN).anyMatch(this::maySetFsOrIo)) {
      verdicts.add(Verdict.PASSTHROUGH);
    }
    if (isBounded && foreignTerms(path, context).anyMatch(this::maySetFsOrIo)) {
      verdicts.add(Verdict.WRONG_MAPPING);
    } else if (isBounded) {
      // What another mapping leaves of a mask without FS and IO is no mask of this one.
      long foreign = foreignTerms(path, context).count();
      boolean isOwn = foreign < terms(path, TermKind.BOUNDED).count();
      verdicts.add(isOwn ? Verdict.DERIVED : Verdict.HARDCODED_WEAK);
    }
    if (verdicts.contains(Verdict.UNKNOWN)
        && terms(path, TermKind.UNKNOWN).anyMatch(term -> term.bits().intersects(bits.fs()))) {
      verdicts.remove(Verdict.HARDCODED_NOFS);
    }
    if (verdicts.isEmpty()) {
      verdicts.add(isHandedIn ? Verdict.PASSTHROUGH : Verdict.HARDCODED_WEAK);
    }
    return verdicts.first();
  }

  private Verdict ofConstant(Bits fsOrIo, boolean isBounded, SiteContext context) {
    if (context.creation() == Creation.NO) {
      return Verdict.HARDCODED_WEAK;
    }
    if (context.scope() != Scope.NONE) {
      return Verdict.SCOPED;
    }
    if (isBounded) {
      return Verdict.RE_ADDED;
    }
    return fsOrIo.intersects(bits.fs()) ? Verdict.HARDCODED : Verdict.HARDCODED_NOFS;
  }

  private static Verdict combine(Map<Verdict, List<Alternative>> paths) {
    if (paths.isEmpty()) {
      return Verdict.HARDCODED_WEAK;
    }
    boolean isHardcodedSomewhere =
        paths.containsKey(Verdict.HARDCODED) || paths.containsKey(Verdict.HARDCODED_NOFS);
    if (isHardcodedSomewhere && paths.containsKey(Verdict.RE_ADDED)) {
      return Verdict.RE_ADDED;
    }
    if (isHardcodedSomewhere && paths.containsKey(Verdict.DERIVED)) {
      return Verdict.PARTIAL;
    }
    return paths.keySet().iterator().next();
  }

  /** The terms that obey nothing but mappings that are all proven not to be the site's. */
  private Stream<Term> foreignTerms(Alternative path, SiteContext context) {
    if (!context.mayClaimWrongMapping() || context.mappings().isEmpty()) {
      return Stream.empty();
    }
    return terms(path, TermKind.BOUNDED)
        .filter(term -> mappings(term).allMatch(other -> isForeign(other, context.mappings())));
  }

  private static boolean isForeign(AccessPath other, Set<AccessPath> mappings) {
    return mappings.stream().allMatch(here -> here.isProvenDifferentFrom(other));
  }

  private boolean hardcodesFs(MaskValue value) {
    return value.alternatives().stream().anyMatch(path -> constantBits(path).intersects(bits.fs()));
  }

  private String note(Verdict verdict, Map<Verdict, List<Alternative>> paths, SiteContext context) {
    return switch (verdict) {
      case UNKNOWN -> list(unknownReasons(paths.getOrDefault(Verdict.UNKNOWN, List.of())));
      case SCOPED -> scopedNote(paths.getOrDefault(Verdict.SCOPED, List.of()), context.scope());
      case PARTIAL -> partialNote(paths);
      case RE_ADDED ->
          list(
                  paths.getOrDefault(Verdict.RE_ADDED, List.of()).stream()
                      .map(path -> names.text(constantBits(path).and(bits.fsOrIo()))))
              + " is OR-ed back into the mapping's mask";
      case PASSTHROUGH -> passthroughNote(paths.getOrDefault(Verdict.PASSTHROUGH, List.of()));
      case DERIVED -> derivedNote(paths.getOrDefault(Verdict.DERIVED, List.of()));
      case HARDCODED_WEAK -> paths.isEmpty() ? "no path reaches the call" : "";
      case HARDCODED, HARDCODED_NOFS, WRONG_MAPPING -> "";
    };
  }

  private static Stream<String> unknownReasons(List<Alternative> paths) {
    return paths.stream()
        .flatMap(path -> terms(path, TermKind.UNKNOWN))
        .flatMap(term -> term.symbols().stream())
        .filter(Symbol.Unknown.class::isInstance)
        .map(Symbol.Unknown.class::cast)
        .map(unknown -> unknown.reason() + " (" + unknown.place().fileAndLine() + ")");
  }

  private String scopedNote(List<Alternative> paths, Scope scope) {
    Stream<String> left =
        paths.stream()
            .map(path -> names.text(constantBits(path).without(scope.cleared(bits))))
            .map(text -> text.equals("0") ? "no bit" : text);
    return "runs in a " + scope + " scope, " + list(left) + " is left of the mask";
  }

  private String partialNote(Map<Verdict, List<Alternative>> paths) {
    Stream<String> constants =
        Stream.of(Verdict.HARDCODED, Verdict.HARDCODED_NOFS)
            .flatMap(verdict -> paths.getOrDefault(verdict, List.of()).stream())
            .map(path -> names.text(constantBits(path)));
    return list(constants) + " on some paths, derived on others";
  }

  private static String passthroughNote(List<Alternative> paths) {
    return "comes from "
        + list(
            paths.stream()
                .flatMap(path -> terms(path, TermKind.HANDED_IN))
                .flatMap(term -> term.symbols().stream())
                .flatMap(symbol -> symbol.accept(BinderName.INSTANCE).stream()));
  }

  private String derivedNote(List<Alternative> paths) {
    Bits reclaim =
        paths.stream().map(this::constantBits).reduce(Bits.NONE, Bits::or).and(bits.reclaim());
    return reclaim.intersects(bits.directReclaim())
        ? names.text(reclaim) + " is OR-ed into the mapping's mask"
        : "";
  }

  /** The terms that made the verdict. */
  private SortedSet<Origin> culprits(
      Verdict verdict, Map<Verdict, List<Alternative>> paths, SiteContext context) {
    if (verdict == Verdict.WRONG_MAPPING) {
      return paths.getOrDefault(verdict, List.of()).stream()
          .flatMap(path -> foreignTerms(path, context))
          .map(Term::origin)
          .collect(Collectors.toCollection(TreeSet::new));
    }
    Stream<Alternative> guilty =
        verdict == Verdict.PARTIAL
            ? Stream.of(Verdict.HARDCODED, Verdict.HARDCODED_NOFS)
                .flatMap(v -> paths.getOrDefault(v, List.of()).stream())
            : paths.getOrDefault(verdict, List.of()).stream();
    return guilty
        .flatMap(path -> path.terms().stream())
        .filter(term -> maySetFsOrIo(term) && TermKind.of(term) == guiltyKind(verdict))
        .map(Term::origin)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TermKind guiltyKind(Verdict verdict) {
    return switch (verdict) {
      case UNKNOWN -> TermKind.UNKNOWN;
      case PASSTHROUGH -> TermKind.HANDED_IN;
      case DERIVED, WRONG_MAPPING -> TermKind.BOUNDED;
      case HARDCODED, HARDCODED_NOFS, HARDCODED_WEAK, PARTIAL, RE_ADDED, SCOPED ->
          TermKind.CONSTANT;
    };
  }

  private boolean maySetFsOrIo(Term term) {
    return term.bits().intersects(bits.fsOrIo());
  }

  private Bits constantBits(Alternative path) {
    return terms(path, TermKind.CONSTANT).map(Term::bits).reduce(Bits.NONE, Bits::or);
  }

  private static Stream<AccessPath> mappings(Term term) {
    return term.symbols().stream()
        .filter(Symbol.MappingMask.class::isInstance)
        .map(symbol -> ((Symbol.MappingMask) symbol).mapping());
  }

  private static Stream<Term> terms(Alternative path, TermKind kind) {
    return path.terms().stream().filter(term -> TermKind.of(term) == kind);
  }

  private static String list(Stream<String> texts) {
    List<String> distinct = texts.distinct().sorted().toList();
    String some = distinct.stream().limit(MAX_LISTED).collect(Collectors.joining(", "));
    return distinct.size() <= MAX_LISTED
        ? some
        : some + " and " + (distinct.size() - MAX_LISTED) + " more";
  }
}
