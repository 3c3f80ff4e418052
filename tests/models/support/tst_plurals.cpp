// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

// The English plurals are compiled in and loaded: each text with a count finds its own.
class TestPlurals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsFollowTheCount_data();
    void textsFollowTheCount();
};

void TestPlurals::textsFollowTheCount_data()
{
    QTest::addColumn<QByteArray>("context");
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("comment");
    QTest::addColumn<QStringList>("forms");
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/../../resources/translations/sluice_en.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QByteArray context;
    QByteArray source;
    QByteArray comment;
    QStringList forms;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == "message"_L1) {
            QTest::addRow("%s: %s", context.constData(), source.constData())
                << context << source << comment << forms;
            comment.clear();
            forms.clear();
        }
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText().toUtf8();
        else if (xml.name() == "source"_L1)
            source = xml.readElementText().toUtf8();
        else if (xml.name() == "comment"_L1)
            comment = xml.readElementText().toUtf8();
        else if (xml.name() == "numerusform"_L1)
            forms += xml.readElementText();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

void TestPlurals::textsFollowTheCount()
{
    QFETCH(const QByteArray, context);
    QFETCH(const QByteArray, source);
    QFETCH(const QByteArray, comment);
    QFETCH(const QStringList, forms);
    QCOMPARE(forms.size(), 2);
    for (const int count : {0, 1, 2}) {
        QString expected = forms.at(count == 1 ? 0 : 1);
        expected.replace("%Ln"_L1, "%n"_L1).replace("%n"_L1, QString::number(count));
        QCOMPARE(QCoreApplication::translate(context, source, comment, count), expected);
    }
}

SLUICE_TEST(TestPlurals, Core)

#include "tst_plurals.moc"
