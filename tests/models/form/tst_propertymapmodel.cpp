// SPDX-License-Identifier: Apache-2.0
#include "models/form/propertymapmodel.h"

#include "models/json/jsontext.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

using Type = PropertyMapModel::Type;

constexpr int nameColumn = PropertyMapModel::NameColumn;
constexpr int typeColumn = PropertyMapModel::TypeColumn;
constexpr int valueColumn = PropertyMapModel::ValueColumn;

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

class TestPropertyMapModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void keepsTypes();
    void keepsLargeNumbers();
    void lastRowBecomesProperty();
    void changesType_data();
    void changesType();
    void numberThatIsNone();
    void keepsTheTextBehindTrueOrFalse();
    void keepsNumbersAsTyped_data();
    void keepsNumbersAsTyped();
    void keepsNumbersAsRead();
    void rowsComeBack();
    void marksNames();
    void removes();
    void tellsNothingWithoutChange();

private:
    bool set(int row, int column, const QVariant &value)
    {
        return m_model->setData(m_model->index(row, column), value);
    }

    QString text(int row, int column) const
    {
        return m_model->index(row, column).data().toString();
    }

    QString error(int row, int column) const
    {
        return m_model->index(row, column).data(PropertyMapModel::ErrorRole).toString();
    }

    std::unique_ptr<PropertyMapModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestPropertyMapModel::init()
{
    m_model = std::make_unique<PropertyMapModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestPropertyMapModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestPropertyMapModel::keepsTypes()
{
    const QJsonObject map = json(
        R"({"a":60,"b":"40000","c":true,"d":null,"e":[1,{"x":2}],"f":{"y":[]},"g":0.1,"h":""})");
    m_model->setMap(map);
    QCOMPARE(m_model->map(), map);
    QCOMPARE(m_model->rowCount(), 9);
    QVERIFY(!m_model->hasErrors());
    const QStringList shown{u"60"_s,         u"40000"_s, u"true"_s, u"null"_s, u"[1,{\"x\":2}]"_s,
                            u"{\"y\":[]}"_s, u"0.1"_s,   QString(), QString()};
    for (int row = 0; row < shown.size(); ++row)
        QCOMPARE(text(row, valueColumn), shown.at(row));
    QCOMPARE(text(0, typeColumn), u"Number"_s);
    QCOMPARE(text(1, typeColumn), u"Text"_s);
    QCOMPARE(m_model->index(2, valueColumn).data(Qt::EditRole), QVariant(true));
    // What has no editor is shown, and stays.
    QVERIFY(!set(4, valueColumn, u"x"_s));
    QVERIFY(!set(4, typeColumn, int(Type::Text)));
    QVERIFY(!(m_model->index(4, valueColumn).flags() & Qt::ItemIsEditable));
    QVERIFY(m_model->index(0, valueColumn).flags() & Qt::ItemIsEditable);
    // Another number stays a number, another text a text.
    QVERIFY(set(0, valueColumn, u"61"_s));
    QVERIFY(set(1, valueColumn, u"50000"_s));
    QVERIFY(set(2, valueColumn, false));
    QCOMPARE(m_model->map().value(u"a"_s), QJsonValue(61));
    QCOMPARE(m_model->map().value(u"b"_s), QJsonValue(u"50000"_s));
    QCOMPARE(m_model->map().value(u"c"_s), QJsonValue(false));
}

void TestPropertyMapModel::keepsLargeNumbers()
{
    QVERIFY(set(0, nameColumn, u"offset"_s));
    QVERIFY(set(0, typeColumn, int(Type::Number)));
    QVERIFY(set(0, valueColumn, u"9007199254740993"_s));
    QCOMPARE(m_model->map().value(u"offset"_s).toInteger(), 9007199254740993);
    QCOMPARE(text(0, valueColumn), u"9007199254740993"_s);
    QVERIFY(set(0, valueColumn, u"-1500.5"_s));
    QCOMPARE(m_model->map().value(u"offset"_s), QJsonValue(-1500.5));
}

void TestPropertyMapModel::lastRowBecomesProperty()
{
    QCOMPARE(m_model->rowCount(), 1);
    QSignalSpy edits(m_model.get(), &PropertyMapModel::edited);
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QVERIFY(set(0, nameColumn, u" lockTimeout "_s));
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->map(), json(R"({"lockTimeout":""})"));
    QVERIFY(set(1, valueColumn, u"x"_s));
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(error(1, nameColumn), u"Enter a name."_s);
    QCOMPARE(error(2, nameColumn), QString());
    QCOMPARE(m_model->map().size(), 1);
    QVERIFY(set(2, typeColumn, int(Type::Number)));
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(edits.count(), 3);
    QCOMPARE(resets.count(), 0);
}

void TestPropertyMapModel::changesType_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("text to number")
        << QByteArray(R"({"a":"60"})") << int(Type::Number) << QByteArray(R"({"a":60})");
    QTest::newRow("number to text")
        << QByteArray(R"({"a":60})") << int(Type::Text) << QByteArray(R"({"a":"60"})");
    QTest::newRow("text to true") << QByteArray(R"({"a":"TRUE"})") << int(Type::Boolean)
                                  << QByteArray(R"({"a":true})");
    QTest::newRow("text to false")
        << QByteArray(R"({"a":"x"})") << int(Type::Boolean) << QByteArray(R"({"a":false})");
    QTest::newRow("true to text") << QByteArray(R"({"a":true})") << int(Type::Text)
                                  << QByteArray(R"({"a":"true"})");
    QTest::newRow("no number") << QByteArray(R"({"a":"x"})") << int(Type::Number)
                               << QByteArray("{}");
}

void TestPropertyMapModel::changesType()
{
    QFETCH(QByteArray, before);
    QFETCH(int, type);
    QFETCH(QByteArray, after);
    m_model->setMap(json(before.constData()));
    QVERIFY(set(0, typeColumn, type));
    QCOMPARE(m_model->map(), json(after.constData()));
    QCOMPARE(m_model->index(0, typeColumn).data(PropertyMapModel::TypeRole).toInt(), type);
    QVERIFY(!set(0, typeColumn, int(Type::Other)));
    QVERIFY(!set(0, typeColumn, 17));
}

void TestPropertyMapModel::numberThatIsNone()
{
    m_model->setMap(json(R"({"a":60})"));
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    for (const QString &typed : {u"6x"_s, u"nan"_s, u"inf"_s, u"1,5"_s, u"."_s, u"+"_s, u"e5"_s,
                                 u"1e"_s, u"0x1F"_s, u"--1"_s, u"٣"_s, QString()}) {
        QVERIFY(set(0, valueColumn, typed));
        QCOMPARE(text(0, valueColumn), typed);
        QCOMPARE(error(0, valueColumn), u"Enter a number, or make it a text."_s);
        QVERIFY(m_model->hasErrors());
        QCOMPARE(m_model->map(), QJsonObject());
    }
    const auto marks =
        std::count_if(changes.begin(), changes.end(), [](const QList<QVariant> &change) {
            return change.at(2).value<QList<int>>().contains(PropertyMapModel::ErrorRole);
        });
    QCOMPARE(marks, 1);
    QVERIFY(set(0, valueColumn, u" 6 "_s));
    QVERIFY(!m_model->hasErrors());
    QCOMPARE(m_model->map(), json(R"({"a":6})"));
}

void TestPropertyMapModel::keepsTheTextBehindTrueOrFalse()
{
    m_model->setMap(json(R"({"a":"40000"})"));
    QVERIFY(set(0, typeColumn, int(Type::Boolean)));
    QCOMPARE(m_model->map(), json(R"({"a":false})"));
    QVERIFY(set(0, typeColumn, int(Type::Text)));
    QCOMPARE(m_model->map(), json(R"({"a":"40000"})"));

    QVERIFY(set(0, typeColumn, int(Type::Boolean)));
    QVERIFY(set(0, valueColumn, true));
    QVERIFY(set(0, typeColumn, int(Type::Text)));
    QCOMPARE(m_model->map(), json(R"({"a":"true"})"));
}

void TestPropertyMapModel::keepsNumbersAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("kept");
    const auto row = [](const char *typed, const char *kept) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QByteArray(kept);
    };
    for (const char *number : {"23958446825181076828", "12345678901234567.89", "1.0", "1e400", "-0",
                               "0.1000", "1E5", "-1.5e3", "9223372036854775808"})
        row(number, number);
    row(" 6 ", "6");
    row("+5", "5");
    row("007", "7");
    row("-0012.50", "-12.50");
    row(".5", "0.5");
    row("5.", "5");
    row("-.5E+3", "-0.5E+3");
    row("+00", "0");
}

void TestPropertyMapModel::keepsNumbersAsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QByteArray, kept);
    m_model->setMap(json(R"({"a":1234})"));
    QVERIFY(set(0, valueColumn, typed));
    QVERIFY(!m_model->hasErrors());
    QCOMPARE(compactJson(m_model->map()), "{\"a\":" + kept + '}');
    QCOMPARE(text(0, valueColumn), QString::fromLatin1(kept));
    QCOMPARE(text(0, typeColumn), u"Number"_s);
    // The same digits as a text and back.
    QVERIFY(set(0, typeColumn, int(Type::Text)));
    QCOMPARE(m_model->map(), (QJsonObject{{u"a"_s, QString::fromLatin1(kept)}}));
    QVERIFY(set(0, typeColumn, int(Type::Number)));
    QCOMPARE(compactJson(m_model->map()), "{\"a\":" + kept + '}');
}

void TestPropertyMapModel::keepsNumbersAsRead()
{
    const QByteArray text = R"({"a":1.0,"b":[1.0,2],"c":23958446825181076828,"d":"1.0","e":null})";
    m_model->setMap(readJson(text).object());
    QCOMPARE(compactJson(m_model->map()), text);
    QCOMPARE(this->text(0, valueColumn), u"1.0"_s);
    QCOMPARE(this->text(0, typeColumn), u"Number"_s);
    QCOMPARE(this->text(1, valueColumn), u"[1.0,2]"_s);
    QCOMPARE(this->text(1, typeColumn), u"Other"_s);
    PropertyMapModel other;
    other.setRows(readJson(compactJson(m_model->rows())).array());
    QCOMPARE(compactJson(other.map()), text);
}

void TestPropertyMapModel::rowsComeBack()
{
    m_model->setMap(json(R"({"a":1,"b":true,"c":null})"));
    QVERIFY(set(0, valueColumn, u"one"_s));
    QVERIFY(set(1, nameColumn, QString()));
    PropertyMapModel other;
    other.setRows(m_model->rows());
    QCOMPARE(other.rows(), m_model->rows());
    QCOMPARE(other.map(), json(R"({"c":null})"));
    QCOMPARE(other.problem(), m_model->problem());
    QCOMPARE(other.index(0, valueColumn).data().toString(), u"one"_s);
}

void TestPropertyMapModel::marksNames()
{
    m_model->setMap(json(R"({"a":1,"b":2})"));
    QVERIFY(set(1, nameColumn, u"a"_s));
    QCOMPARE(error(0, nameColumn), QString());
    QCOMPARE(error(1, nameColumn), u"This name is taken by another row."_s);
    QCOMPARE(m_model->map(), json(R"({"a":1})"));
    QVERIFY(set(0, nameColumn, QString()));
    QCOMPARE(error(0, nameColumn), u"Enter a name."_s);
    QCOMPARE(error(1, nameColumn), QString());
    QCOMPARE(m_model->map(), json(R"({"a":2})"));
}

void TestPropertyMapModel::removes()
{
    m_model->setMap(json(R"({"a":1,"b":2,"c":3})"));
    QVERIFY(set(2, nameColumn, u"a"_s));
    QSignalSpy edits(m_model.get(), &PropertyMapModel::edited);
    QVERIFY(!m_model->removeRows(3, 1)); // the empty row stays
    QVERIFY(m_model->removeRows(0, 2));
    QCOMPARE(edits.count(), 1);
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(error(0, nameColumn), QString());
    QCOMPARE(m_model->map(), json(R"({"a":3})"));
}

void TestPropertyMapModel::tellsNothingWithoutChange()
{
    m_model->setMap(json(R"({"a":1,"b":"x","c":true})"));
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy edits(m_model.get(), &PropertyMapModel::edited);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        for (const int column : {nameColumn, typeColumn, valueColumn})
            QVERIFY(set(row, column, m_model->index(row, column).data(Qt::EditRole)));
    }
    QCOMPARE(m_model->rowCount(), 4);
    QCOMPARE(changes.count(), 0);
    QCOMPARE(edits.count(), 0);
}

SLUICE_TEST(TestPropertyMapModel, None)
#include "tst_propertymapmodel.moc"
