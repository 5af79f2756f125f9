# Answers read requests until its input ends; the protocol stands in protocol.ts. No single quotes in here: the launcher
# puts this text between two.
use strict;
use Fcntl;

my $largest = 16 << 20;
my %answers = (t => \&content, b => \&content, l => \&link, f => \&names, p => \&presence, n => \&numbers, o => \&opened);
binmode STDIN;
binmode STDOUT;
$| = 1;
print "passdeck-reader-1 perl\n";

while (my $request = <STDIN>) {
  chomp $request;
  if ($request eq ".") { print ".\n"; next }
  my ($kind, $path) = split / /, $request, 2;
  $! = 0;
  my $value = $answers{$kind}->($path);
  print defined $value ? "= " . length($value) . "\n$value\n" : "! " . ($! + 0) . "\n";
}

sub failed { $! = shift; return undef }

# A pipe or a device is not even opened: that may wait, or do something.
sub content {
  my ($path) = @_;
  my ($value, $count) = ("");
  return undef unless -e $path;
  return failed(22) unless -f _;
  sysopen my $file, $path, O_RDONLY | O_NONBLOCK or return undef;
  while ($count = sysread $file, $value, 65536, length $value) {
    return failed(27) if length $value > $largest;
  }
  return defined $count ? $value : undef;
}

sub link { return readlink shift }

sub names {
  opendir my $folder, shift or return undef;
  return join "/", grep { $_ ne "." && $_ ne ".." } readdir $folder;
}

sub presence { return -e shift() ? "" : undef }

sub numbers {
  my $device = (stat shift)[6];
  return undef unless defined $device;
  return failed(22) unless -c _ || -b _;
  return sprintf "%s/%d:%d", -b _ ? "block" : "char", $device >> 8 & 0xfff, $device & 0xff | $device >> 12 & 0xfff00;
}

sub opened {
  return sysopen(my $device, shift, O_RDWR | O_NONBLOCK | O_NOFOLLOW) ? "" : undef;
}
