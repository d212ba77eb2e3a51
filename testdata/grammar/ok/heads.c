/* Heads of functions, plain and otherwise. */
SYSCALL_DEFINE3(read, unsigned int, fd, char __user *, buf, size_t, count)
{
	return ksys_read(fd, buf, count);
}

COMPAT_SYSCALL_DEFINE1(sync, compat_long_t, how)
{
	return how;
}

static BPF_CALL_2(bpf_probe, struct ctx *, ctx, u32, size)
{
	return size;
}

KUNIT_CASE_BODY(my_case, struct kunit *test)
{
	run(test);
}

static int __init __printf(1, 2) noisy(const char *format, ...)
{
	return 0;
}

int old_style(a, b, name)
	int a, b;
	char *name;
{
	return a + b;
}

struct page *__must_check (*getter(int n))(struct inode *, gfp_t)
	__acquires(lock)
{
	return NULL;
}

static int FNAME(walk)(struct vcpu *vcpu)
{
	return 0;
}

void *sized(DECL_SIZE_PARAMS(size, token), gfp_t flags)
{
	return NULL;
}

static noinline_for_stack unsigned long long
split_over_lines(
	struct xfs_mount	*mp,
	const int		n[static 4])
{
	return 0;
}
