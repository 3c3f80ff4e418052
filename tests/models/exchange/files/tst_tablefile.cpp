// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/tablefile.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Sluice;

// Names of tables come from a text file, read beside the caller's thread.
class TestTableFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString write(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"tables.txt"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            QTest::qFail("The file was not written", __FILE__, __LINE__);
        return file.fileName();
    }

    static TableFile::Content read(const QString &path)
    {
        std::optional<TableFile::Content> content;
        TableFile file(path);
        connect(&file, &TableFile::finished, &file,
                [&content](const TableFile::Content &got) { content = got; });
        file.start();
        const bool isRead = QTest::qWaitFor([&content] { return content.has_value(); }, 30'000);
        return isRead ? *content : TableFile::Content{{}, u"no end"_s};
    }

    static QByteArray encoded(const QString &text, QStringConverter::Encoding encoding)
    {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        return encoder.encode(text);
    }

private Q_SLOTS:

    void readsEncodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString text = u"dbo.orders\ndbo.größen\n"_s;
        QTest::newRow("UTF-8") << text.toUtf8();
        QTest::newRow("UTF-8 with a mark") << encoded(text, QStringConverter::Utf8);
        QTest::newRow("UTF-16 LE") << encoded(text, QStringConverter::Utf16LE);
        QTest::newRow("UTF-32 LE") << encoded(text, QStringConverter::Utf32LE);
        QTest::newRow("UTF-32 BE") << encoded(text, QStringConverter::Utf32BE);
        QTest::newRow("UTF-16 BE") << encoded(text, QStringConverter::Utf16BE);
    }

    void readsEncodings()
    {
        QFETCH(const QByteArray, bytes);
        const TableFile::Content content = read(write(bytes));
        QCOMPARE(content.problem, QString());
        QCOMPARE(content.found.names.size(), 2);
        QCOMPARE(content.found.names.at(1).schema, u"dbo"_s);
        QCOMPARE(content.found.names.at(1).table, u"größen"_s);
        QCOMPARE(content.found.names.at(1).line, 2);
    }

    void refusesWhatIsNoText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("zeros") << QByteArray("dbo.a\0b", 7);
        QTest::newRow("UTF-16 without a mark") << QByteArray("d\0b\0o\0.\0a\0", 10);
        QTest::newRow("half a character of UTF-16") << QByteArray("\xff\xfe"
                                                                  "d\0b\0.\0a",
                                                                  9);
        QTest::newRow("half a pair of UTF-16") << QByteArray("\xff\xfe"
                                                             "d\0.\0a\0\x3d\xd8",
                                                             10);
        QTest::newRow("cut in a character") << QByteArray("dbo.gr\xc3");
        QTest::newRow("packed") << QByteArray("\x1f\x8b\x08\0\0\0\0\0dbo.a", 13);
        QTest::newRow("a sheet's own form") << QByteArray("PK\x03\x04\x14\0\x06\0", 8);
        QTest::newRow("UTF-8 that is too long") << QByteArray("dbo.\xc0\xae");
        QTest::newRow("a surrogate in UTF-8") << QByteArray("dbo.\xed\xa0\x80");
        QTest::newRow("Latin-1") << QByteArray("dbo.gr\xF6\xDF"
                                               "en\n");
    }

    void refusesWhatIsNoText()
    {
        QFETCH(const QByteArray, bytes);
        const TableFile::Content content = read(write(bytes));
        QVERIFY(content.problem.contains(u"not text"_s));
        QVERIFY(content.found.names.isEmpty());
    }

    void refusesWhatMayNeverEnd()
    {
        const QString pipe = m_folder.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(!read(pipe).problem.isEmpty());
        QVERIFY(!read(m_folder.path()).problem.isEmpty());
        QVERIFY(!read(m_folder.filePath(u"missing"_s)).problem.isEmpty());
        QFile large(m_folder.filePath(u"large.txt"_s));
        QVERIFY(large.open(QIODevice::WriteOnly));
        QVERIFY(large.resize(TableFile::most + 1));
        QVERIFY(!read(large.fileName()).problem.isEmpty());
    }

    // Whoever asked may be gone before it is read.
    void mayBeGivenUp()
    {
        const QString path = write("dbo.orders\n");
        for (int i = 0; i < 20; ++i) {
            TableFile file(path);
            connect(&file, &TableFile::finished, this,
                    [] { QTest::qFail("Nobody waits", __FILE__, __LINE__); });
            file.start();
        }
        QCoreApplication::processEvents();
    }
};

SLUICE_TEST(TestTableFile, Widgets)
#include "tst_tablefile.moc"
