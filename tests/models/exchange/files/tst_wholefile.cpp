// SPDX-License-Identifier: Apache-2.0
// Files that are read and written whole: what stood there stays unless the new text is safe.
#include "models/exchange/files/wholefile.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <memory>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

// No file of this process may grow beyond this, as on a disk that is full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit tight{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &tight);
    }

    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_DFL);
    }

    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
};

QStringList everything(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System |
                                  QDir::NoDotAndDotDot);
}

} // namespace

class TestWholeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m = std::make_unique<QTemporaryDir>(); }

    void writesAndReads_data();
    void writesAndReads();
    void aFullDiskLeavesWhatWasThere_data();
    void aFullDiskLeavesWhatWasThere();
    void neverThroughALink_data();
    void neverThroughALink();
    void refusesWhatIsNoPlainFile_data();
    void refusesWhatIsNoPlainFile();
    void keepsPermissions_data();
    void keepsPermissions();
    void foldersThatAreMissing();
    void readsWithinALimit_data();
    void readsWithinALimit();
    void readsWithoutWaiting_data();
    void readsWithoutWaiting();
    void streams();

private:
    QString path(const QString &name) const { return m->filePath(name); }

    std::unique_ptr<QTemporaryDir> m;
};

void TestWholeFile::writesAndReads_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << u"a.json"_s << QByteArray("{}\n");
    QTest::newRow("nothing") << u"empty"_s << QByteArray();
    QTest::newRow("zeros") << u"zeros"_s << QByteArray(5000, '\0');
    QTest::newRow("large") << u"large"_s << QByteArray(3'000'000, 'x');
    QTest::newRow("as long a name as there can be") << QString(255, u'n') << QByteArray("long");
    QTest::newRow("other letters") << u"Umsätze 日本 –.json"_s << QByteArray("ü");
    QTest::newRow("line ends in the name") << u"a\nb"_s << QByteArray("b");
}

void TestWholeFile::writesAndReads()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    for (int i = 0; i < 2; ++i) { // anew, then over itself
        QCOMPARE(writeWhole(path(name), text), QString());
        const FileContent content = readWhole(path(name));
        QCOMPARE(content.problem, QString());
        QVERIFY(content.bytes == text);
        QCOMPARE(everything(m->path()), QStringList{name});
    }
}

void TestWholeFile::aFullDiskLeavesWhatWasThere_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("isThere");
    // Small texts fail only when a buffer is flushed, or with the disk itself.
    for (const int size : {1, 100, 4'096, 20'000, 5'000'000}) {
        QTest::addRow("%d bytes over a file", size) << size << true;
        QTest::addRow("%d bytes, new", size) << size << false;
    }
}

void TestWholeFile::aFullDiskLeavesWhatWasThere()
{
    QFETCH(int, size);
    QFETCH(bool, isThere);
    const QString file = path(u"good.json"_s);
    if (isThere)
        put(file, "good");
    QString problem;
    {
        const FullDisk full(rlim_t(size / 2));
        problem = writeWhole(file, QByteArray(size, 'x'));
    }
    QVERIFY2(problem.contains(file), qPrintable(problem));
    QCOMPARE(everything(m->path()), isThere ? QStringList{u"good.json"_s} : QStringList());
    QCOMPARE(contentOf(file), isThere ? QByteArray("good") : QByteArray());
}

void TestWholeFile::neverThroughALink_data()
{
    QTest::addColumn<QString>("target"); // %1: the folder outside
    QTest::newRow("a file") << u"%1/precious"_s;
    QTest::newRow("nothing") << u"%1/none"_s;
    QTest::newRow("a folder") << u"%1"_s;
    QTest::newRow("itself") << u"out.json"_s;
    QTest::newRow("another link") << u"other"_s;
    QTest::newRow("a device") << u"/dev/null"_s;
}

void TestWholeFile::neverThroughALink()
{
    QFETCH(QString, target);
    const QTemporaryDir outside;
    put(outside.filePath(u"precious"_s), "precious");
    QVERIFY(QFile::link(outside.filePath(u"precious"_s), path(u"other"_s)));
    const QString to = target.contains(u"%1"_s) ? target.arg(outside.path()) : target;
    QVERIFY(QFile::link(to, path(u"out.json"_s)));
    QVERIFY(isLink(path(u"out.json"_s)));
    QVERIFY(isTaken(path(u"out.json"_s)));
    QCOMPARE(writeWhole(path(u"out.json"_s), "new"), QString());
    QVERIFY(!isLink(path(u"out.json"_s)));
    QCOMPARE(contentOf(path(u"out.json"_s)), QByteArray("new"));
    QCOMPARE(everything(outside.path()), QStringList{u"precious"_s});
    QCOMPARE(contentOf(outside.filePath(u"precious"_s)), QByteArray("precious"));
}

void TestWholeFile::refusesWhatIsNoPlainFile_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("a folder") << u"folder"_s;
    QTest::newRow("a pipe") << u"pipe"_s;
    QTest::newRow("a full device") << u"/dev/full"_s;
    QTest::newRow("an endless device") << u"/dev/zero"_s;
    QTest::newRow("the empty device") << u"/dev/null"_s;
}

void TestWholeFile::refusesWhatIsNoPlainFile()
{
    QFETCH(QString, place);
    QVERIFY(QDir(m->path()).mkdir(u"folder"_s));
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    const QString name = place.startsWith(u'/') ? place : path(place);
    const QString written = writeWhole(name, "x");
    QVERIFY2(written.contains(name), qPrintable(written));
    QVERIFY(QFileInfo::exists(name));
    QVERIFY(!QFileInfo(name).isFile());
    QCOMPARE(everything(m->path()), (QStringList{u"folder"_s, u"pipe"_s}));
    const FileContent content = readWhole(name);
    QVERIFY(!content.problem.isEmpty());
    QVERIFY(content.bytes.isEmpty());
}

void TestWholeFile::keepsPermissions_data()
{
    QTest::addColumn<int>("mode");
    for (const int mode : {0600, 0640, 0644, 0666, 0755})
        QTest::addRow("%o", mode) << mode;
}

void TestWholeFile::keepsPermissions()
{
    QFETCH(int, mode);
    const QByteArray name = QFile::encodeName(path(u"a"_s));
    put(path(u"a"_s), "old");
    QCOMPARE(::chmod(name.constData(), mode_t(mode)), 0);
    QCOMPARE(writeWhole(path(u"a"_s), "new"), QString());
    struct stat now = {};
    QCOMPARE(::stat(name.constData(), &now), 0);
    QCOMPARE(int(now.st_mode & 07777), mode);
}

void TestWholeFile::foldersThatAreMissing()
{
    QVERIFY(writeWhole(path(u"none/a"_s), "x").contains(path(u"none/a"_s)));
    put(path(u"file"_s), "x");
    QVERIFY(!writeWhole(path(u"file/a"_s), "x").isEmpty());
    QVERIFY(!writeWhole({}, "x").isEmpty());
    QVERIFY(!readWhole(path(u"none/a"_s)).problem.isEmpty());
    QCOMPARE(everything(m->path()), QStringList{u"file"_s});
}

void TestWholeFile::readsWithinALimit_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("nothing") << 0 << true;
    QTest::newRow("one") << 1 << true;
    QTest::newRow("one less") << 2'999'999 << true;
    QTest::newRow("just the limit") << 3'000'000 << true;
    QTest::newRow("one more") << 3'000'001 << false;
    QTest::newRow("much more") << 9'000'000 << false;
}

void TestWholeFile::readsWithinALimit()
{
    QFETCH(int, size);
    put(path(u"a"_s), QByteArray(size, 'x'));
    const FileContent content = readWhole(path(u"a"_s), 3'000'000);
    QTEST(content.problem.isEmpty(), "isRead");
    QCOMPARE(content.bytes.size(), content.problem.isEmpty() ? size : 0);
    // The same as a stream, whose size is not known before.
    std::FILE *stream = std::fopen(QFile::encodeName(path(u"a"_s)).constData(), "rb");
    QVERIFY(stream);
    const FileContent streamed = readWhole(stream, 3'000'000);
    std::fclose(stream);
    QCOMPARE(streamed.problem, content.problem);
    QVERIFY(streamed.bytes == content.bytes);
}

void TestWholeFile::readsWithoutWaiting_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("endless device") << u"/dev/zero"_s;
    QTest::newRow("terminal") << u"/dev/tty"_s;
    QTest::newRow("pipe that nobody writes to") << u"pipe"_s;
    QTest::newRow("link to a pipe") << u"link"_s;
    QTest::newRow("link to itself") << u"itself"_s;
    QTest::newRow("link to nothing") << u"dangling"_s;
    QTest::newRow("folder") << u"."_s;
}

void TestWholeFile::readsWithoutWaiting()
{
    QFETCH(QString, target);
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    QVERIFY(QFile::link(path(u"pipe"_s), path(u"link"_s)));
    QVERIFY(QFile::link(path(u"itself"_s), path(u"itself"_s)));
    QVERIFY(QFile::link(path(u"none"_s), path(u"dangling"_s)));
    const FileContent content = readWhole(target.startsWith(u'/') ? target : path(target));
    QVERIFY(!content.problem.isEmpty());
    QVERIFY(content.bytes.isEmpty());
}

void TestWholeFile::streams()
{
    std::FILE *zeros = std::fopen("/dev/zero", "rb");
    QVERIFY(zeros);
    QVERIFY(!readWhole(zeros, 1'000'000).problem.isEmpty());
    std::fclose(zeros);
    int ends[2] = {};
    QCOMPARE(::pipe(ends), 0);
    QCOMPARE(::write(ends[1], "piped", 5), ssize_t(5));
    ::close(ends[1]);
    std::FILE *pipe = ::fdopen(ends[0], "rb");
    const FileContent content = readWhole(pipe);
    std::fclose(pipe);
    QCOMPARE(content.problem, QString());
    QCOMPARE(content.bytes, QByteArray("piped"));
}

SLUICE_TEST(TestWholeFile, Core)
#include "tst_wholefile.moc"
