// SPDX-License-Identifier: Apache-2.0
// The main() of a program with many test classes: PROGRAM NAME [options of Qt Test]
#include "tests/support/testprogram.h"

#include "models/support/detachedthreads.h"
#include "models/support/plurals.h"

#include <QTest>

#ifdef SLUICE_TEST_WIDGETS
#include <QApplication>
#else
#include <QCoreApplication>
#endif

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace Sluice::Test {

namespace {

struct RegisteredTest {
    const char *file;
    Surroundings surroundings;
    std::unique_ptr<QObject> (*make)();
};

std::vector<RegisteredTest> &registeredTests()
{
    static std::vector<RegisteredTest> tests; // filled before main()
    return tests;
}

std::string_view nameOf(const RegisteredTest &test)
{
    std::string_view name = test.file;
    name.remove_prefix(name.find_last_of('/') + 1);
    return name.substr(0, name.find('.'));
}

std::unique_ptr<QCoreApplication> makeApplication(Surroundings surroundings, int &argc, char **argv)
{
    if (surroundings == Surroundings::None)
        return nullptr;
#ifdef SLUICE_TEST_WIDGETS
    if (surroundings == Surroundings::Widgets) {
        auto application = std::make_unique<QApplication>(argc, argv);
        QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
        return application;
    }
#endif
    return std::make_unique<QCoreApplication>(argc, argv);
}

int explain()
{
    std::fputs("Name one of these, then what Qt Test shall do with it:\n", stderr);
    std::vector<std::string_view> names;
    for (const RegisteredTest &test : registeredTests())
        names.push_back(nameOf(test));
    std::sort(names.begin(), names.end());
    for (const std::string_view name : names)
        std::fprintf(stderr, "  %.*s\n", int(name.size()), name.data());
    return 2;
}

int run(int argc, char **argv)
{
    const auto found = std::find_if(
        registeredTests().cbegin(), registeredTests().cend(),
        [&](const RegisteredTest &test) { return argc > 1 && nameOf(test) == argv[1]; });
    if (found == registeredTests().cend())
        return explain();
    std::copy(argv + 2, argv + argc + 1, argv + 1); // including the null at the end
    --argc;
    const std::unique_ptr<QCoreApplication> application =
        makeApplication(found->surroundings, argc, argv);
    if (application)
        installPlurals();
    const std::unique_ptr<QObject> test = found->make();
    QTest::setMainSourcePath(found->file);
    const int code = QTest::qExec(test.get(), argc, argv);
    if (!DetachedThreads::wait(std::chrono::seconds(2)))
        std::_Exit(code); // some test lets one hang
    return code;
}

} // namespace

bool registerTest(const char *file, Surroundings surroundings, std::unique_ptr<QObject> (*make)())
{
    registeredTests().push_back({file, surroundings, make});
    return true;
}

} // namespace Sluice::Test

int main(int argc, char **argv)
{
    return Sluice::Test::run(argc, argv);
}
