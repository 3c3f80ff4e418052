// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "ui/shared/pathchooser.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// The questions for files and folders begin where the last one of their kind ended.
class TestPathChooser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachKindHasItsFolder();
    void folderThatIsGoneIsForgotten();

private:
    enum class Ask { Folder, Target, Json, Save };

    // Answers the question with a path, and returns the folder at which it began.
    QString ask(Ask what, const QString &answer);

    QTemporaryDir m_dir;
    QWidget m_window;
};

void TestPathChooser::initTestCase()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QVERIFY(QDir(m_dir.path()).mkpath(u"in"_s) && QDir(m_dir.path()).mkpath(u"out"_s));
    QFile file(m_dir.filePath(u"in/one.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
}

QString TestPathChooser::ask(Ask what, const QString &answer)
{
    QSettings settings(m_dir.filePath(u"sluice.ini"_s), QSettings::IniFormat); // a further start
    const PathChooser chooser = systemPathChooser(&settings);
    QStringList chosen;
    const auto got = [&chosen](const QStringList &paths) { chosen = paths; };
    switch (what) {
    case Ask::Folder: chooser.folder(&m_window, {}, got); break;
    case Ask::Target: chooser.targetFolder(&m_window, {}, got); break;
    case Ask::Json: chooser.jsonFiles(&m_window, {}, got); break;
    case Ask::Save: chooser.saveFile(&m_window, {}, u"pipelines.tf"_s, got); break;
    }
    auto *dialog = m_window.findChild<QFileDialog *>();
    if (!dialog)
        return {};
    QString begin = dialog->directory().absolutePath();
    Q_EMIT dialog->filesSelected({answer});
    delete dialog;
    return chosen == QStringList{answer} ? begin : QString();
}

void TestPathChooser::eachKindHasItsFolder()
{
    const QString in = m_dir.filePath(u"in"_s);
    const QString out = m_dir.filePath(u"out"_s);
    const QString elsewhere = QDir::currentPath();
    QCOMPARE(ask(Ask::Target, out), elsewhere);
    QCOMPARE(ask(Ask::Folder, in), elsewhere);
    QCOMPARE(ask(Ask::Json, in + u"/one.json"_s), elsewhere);
    QCOMPARE(ask(Ask::Save, out + u"/new.tf"_s), elsewhere);
    QCOMPARE(ask(Ask::Target, out), out);
    QCOMPARE(ask(Ask::Folder, in), in);
    QCOMPARE(ask(Ask::Json, in + u"/one.json"_s), in);
    QCOMPARE(ask(Ask::Save, out + u"/new.tf"_s), out);
}

void TestPathChooser::folderThatIsGoneIsForgotten()
{
    const QString gone = m_dir.filePath(u"gone"_s);
    QVERIFY(QDir().mkpath(gone));
    QVERIFY(!ask(Ask::Target, gone).isEmpty());
    QVERIFY(QDir().rmdir(gone));
    QVERIFY(ask(Ask::Target, m_dir.path()) != gone);
}

SLUICE_TEST(TestPathChooser, Widgets)
#include "tst_pathchooser.moc"
