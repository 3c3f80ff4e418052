// SPDX-License-Identifier: Apache-2.0
// Reading names of tables from pasted text: 10,000 tables in each form, and twice as many, which
// should take twice as long; and texts of half a megabyte that were made to be slow.
#include "models/form/tables/tablesmodel.h"
#include "models/form/tables/tabletext.h"
#include "models/support/plurals.h"
#include "tests/bench/figures.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <functional>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

constexpr int rounds = 5;

double elapsedMs(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e6;
}

void measure(const QString &name, const QString &text, int expected)
{
    Figures figures{name, u"ms"_s, {}};
    for (int round = 0; round < rounds; ++round) {
        qsizetype found = 0;
        figures.values += elapsedMs([&] { found = TableText::read(text).names.size(); });
        if (expected >= 0 && found != expected)
            qFatal("%s: %lld tables were found.", qPrintable(name), (long long)found);
    }
    print(figures.line());
}

QString joined(int tables, const QString &form, const QString &separator)
{
    QStringList pieces;
    for (int table = 0; table < tables; ++table)
        pieces.append(form.arg(u"dbo"_s, u"table_%1"_s.arg(table)));
    return pieces.join(separator);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    installPlurals();
    for (const int tables : {10000, 20000}) {
        const auto all = [tables](const QString &name, const QString &before, const QString &form,
                                  const QString &separator, const QString &after = {}) {
            measure(u"%1, %2 tables"_s.arg(name).arg(tables),
                    before + joined(tables, form, separator) + after, tables);
        };
        all(u"lines"_s, {}, u"%1.%2"_s, u"\n"_s);
        all(u"one line"_s, {}, u"%1.%2"_s, u", "_s);
        all(u"between blanks"_s, {}, u"%1.%2"_s, u" "_s);
        all(u"CSV with a header"_s, u"schema,table\n"_s, u"%1,\"%2\""_s, u"\n"_s);
        all(u"CREATE TABLE"_s, {}, u"CREATE TABLE [%1].[%2] (a int, b text DEFAULT 'x');"_s,
            u"\nGO\n"_s);
        all(u"a publication"_s, u"CREATE PUBLICATION p FOR TABLE "_s, u"\"%1\".\"%2\""_s, u", "_s);
        all(u"capture"_s, {},
            u"EXEC sys.sp_cdc_enable_table @source_schema = N'%1', @source_name = N'%2'"_s,
            u"\n"_s);
        all(u"Terraform"_s, u"tables = [\n"_s, u"  { schema = \"%1\", table = \"%2\" },"_s, u"\n"_s,
            u"\n]"_s);
        const QString lines = joined(tables, u"%1.%2"_s, u"\n"_s);
        Figures twice{u"added twice, %1 tables"_s.arg(tables), u"ms"_s, {}};
        for (int round = 0; round < rounds; ++round) {
            TablesModel model;
            twice.values += elapsedMs([&] {
                model.addText(lines);
                model.addText(lines);
            });
        }
        print(twice.line());
    }
    constexpr int size = 1 << 19;
    for (const QString &piece :
         {u"["_s, u"("_s, u"\""_s, u"'"_s, u"{"_s, u"a."_s, u"# "_s, u"/*"_s, u"$a$"_s, u"a,"_s,
          u"schema=\"a\" "_s, u"\\'"_s, u"SELECT "_s, u"a\n"_s, u"-"_s, u"[a-"_s, u"\" "_s}) {
        const QString text = piece.repeated(size / piece.size());
        measure(u"%1 repeated"_s.arg(piece.simplified()), text, -1);
        measure(u"  behind SQL"_s, u"SELECT 1 FROM a.b; "_s + text, -1);
        measure(u"  behind an object"_s, u"{schema: \"a\", table: \"b\"}"_s + text, -1);
    }
    return 0;
}
