package org.gfpaudit.grammar.lex;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Macros that stand for an attribute, a section or an annotation and are no part of a type. */
final class AttributeWords {
  private static final Set<String> WORDS =
      Set.of(
          "__init",
          "__exit",
          "__initdata",
          "__exitdata",
          "__initconst",
          "__exitconst",
          "__ref",
          "__refdata",
          "__refconst",
          "__devinit",
          "__devexit",
          "__devinitdata",
          "__devinitconst",
          "__cpuinit",
          "__cpuinitdata",
          "__cpuexit",
          "__meminit",
          "__meminitdata",
          "__memexit",
          "__net_init",
          "__net_exit",
          "__net_initdata",
          "__sched",
          "__user",
          "__iomem",
          "__kernel",
          "__force",
          "__rcu",
          "__percpu",
          "__nocast",
          "__bitwise",
          "__safe",
          "__private",
          "__must_check",
          "__maybe_unused",
          "__always_unused",
          "__used",
          "__unused",
          "__weak",
          "__pure",
          "__attribute_const__",
          "__cold",
          "__hot",
          "__visible",
          "__packed",
          "__aligned_u64",
          "__noreturn",
          "__read_mostly",
          "__ro_after_init",
          "__randomize_layout",
          "__no_randomize_layout",
          "__designated_init",
          "__cacheline_aligned",
          "__cacheline_aligned_in_smp",
          "____cacheline_aligned",
          "____cacheline_aligned_in_smp",
          "____cacheline_internodealigned_in_smp",
          "__page_aligned_data",
          "__page_aligned_bss",
          "__no_context_analysis",
          "__nonstring",
          "__no_kasan_or_inline",
          "__no_sanitize_address",
          "__no_sanitize_memory",
          "__no_kcsan",
          "__no_kmsan_checks",
          "__no_sanitize_or_inline",
          "__no_stack_protector",
          "__nostackprotector",
          "__nocfi",
          "__noinstr_section",
          "noinstr",
          "notrace",
          "__no_profile",
          "__noclone",
          "__noendbr",
          "__noscs",
          "__latent_entropy",
          "__flatten",
          "__fastcall",
          "__cdecl",
          "__stdcall",
          "fastcall",
          "nokprobe_inline",
          "noinline_for_stack",
          "noinline_for_tracing",
          "__noinline",
          "__noinline_for_stack",
          "__always_inline__",
          "__kprobes",
          "__irq_entry",
          "__softirq_entry",
          "__exception",
          "__exception_irq_entry",
          "__lockfunc",
          "__bpf_kfunc",
          "__bpf_hook_start",
          "__efi_runtime",
          "__init_or_module",
          "__initdata_or_module",
          "__init_refok",
          "__uprobes",
          "__vsyscall",
          "__private_extern__",
          "__iocb_flags",
          "__overloadable",
          "__gnu_inline",
          "__cpu_to_node",
          "__no_caller_saved_registers",
          "__flex_counter",
          "__signed_wrap",
          "__no_address_check",
          "__retain",
          "__uninitialized",
          "__initconst_or_module",
          "asmlinkage_visible",
          "__attribute_malloc__",
          "__returns_twice",
          "__xip_text",
          "__mips16",
          "__nomips16",
          "__bootdata",
          "__bootdata_preserved",
          "__amode31",
          "__lowcore",
          "__tcmdata",
          "__earlyonly_bootdata",
          "__ipipe",
          "EXPORT_FOR_TESTS",
          "STATIC_IFN_KUNIT",
          "VISIBLE_IF_KUNIT");

  private static final Set<String> WITH_ARGUMENTS =
      Set.of(
          "__aligned",
          "__section",
          "__printf",
          "__scanf",
          "__acquires",
          "__releases",
          "__must_hold",
          "__acquire",
          "__release",
          "__cond_acquires",
          "__cond_lock",
          "__acquires_shared",
          "__releases_shared",
          "__must_hold_shared",
          "__guarded_by",
          "__pt_guarded_by",
          "context_unsafe",
          "__free",
          "__cleanup",
          "__counted_by",
          "__counted_by_le",
          "__counted_by_be",
          "__counted_by_ptr",
          "__sized_by",
          "__nonnull",
          "__alloc_size",
          "__realloc_size",
          "__assume_aligned",
          "__diagnose_as",
          "__compiletime_error",
          "__compiletime_warning",
          "__copy",
          "__alias",
          "__mode",
          "__deprecated",
          "__malloc");

  private static final String FIRST_BYTES = firstBytes();

  private AttributeWords() {}

  private static String firstBytes() {
    return Stream.concat(WORDS.stream(), WITH_ARGUMENTS.stream())
        .map(word -> word.substring(0, 1))
        .distinct()
        .sorted()
        .collect(Collectors.joining());
  }

  /** A cheap first look: whether any of the words starts with that byte. */
  static boolean mayStartWith(byte first) {
    return FIRST_BYTES.indexOf(first) >= 0;
  }

  static boolean contains(String word) {
    return WORDS.contains(word) || WITH_ARGUMENTS.contains(word);
  }

  /** Whether a parenthesis behind the word holds its arguments. */
  static boolean takesArguments(String word) {
    return WITH_ARGUMENTS.contains(word);
  }
}
