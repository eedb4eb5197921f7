# Builds and checks everything, as .ci/run does. Run from the project's folder.
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
dotnet restore --locked-mode
dotnet build --no-restore
dotnet format --no-restore --verify-no-changes
dotnet test
dotnet run --project src/NewsExtract.Cli -c Release -- run corpus/articles -o out
dotnet pack src/NewsExtract.Cli -c Release -o artifacts
